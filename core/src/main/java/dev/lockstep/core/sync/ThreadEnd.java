/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The wait for threads that have to end, when what has started them is closed. */
public final class ThreadEnd {

  private ThreadEnd() {}

  /**
   * Waits until all these threads have ended, all together no longer than {@code limit}. An
   * interrupt does not shorten that: the caller is interrupted again when it returns.
   *
   * @return the threads that still run then, in the given order
   */
  public static List<Thread> await(Collection<Thread> threads, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = Thread.interrupted();
    List<Thread> running = new ArrayList<>();
    for (Thread thread : threads) {
      boolean waiting = true;
      while (waiting) {
        try {
          if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
            running.add(thread);
          }
          waiting = false;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return running;
  }
}
