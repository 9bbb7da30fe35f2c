/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;

/** Makes daemons and remembers them, so that they can be ended. */
final class Hands implements ThreadFactory {

  private final ThreadFactory factory;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  Hands(String name) {
    factory = Thread.ofPlatform().daemon().name(name, 1).factory();
  }

  @Override
  public Thread newThread(Runnable body) {
    Thread thread = factory.newThread(body);
    threads.add(thread);
    return thread;
  }

  void interrupt() {
    threads.forEach(Thread::interrupt);
  }

  /** Whether all have ended; waits for it. */
  boolean ended(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (Thread thread : threads) {
      if (!thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
        return false;
      }
    }
    return true;
  }
}
