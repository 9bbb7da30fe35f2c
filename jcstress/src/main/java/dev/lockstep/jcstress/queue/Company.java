/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import java.util.concurrent.locks.LockSupport;

/**
 * The second waiting thread of a test in termination mode, which knows only one. A test starts it
 * and decides whether to wait for its end.
 */
final class Company {

  private static final long PAUSE_NANOS = 20_000;
  private static final long LIMIT_NANOS = 10_000_000_000L;

  private Company() {}

  /** Ends when the wait does. */
  static Thread of(Trade.Wait wait) {
    return Thread.ofPlatform().daemon().unstarted(() -> Trade.await(wait));
  }

  /** Takes an item and puts it back for others; an interrupt ends it before. */
  static Thread returning(Channel<Item> queue) {
    return Thread.ofPlatform()
        .daemon()
        .unstarted(
            () -> {
              try {
                Item item = queue.take();
                if (!queue.offer(item)) {
                  throw new AssertionError("there was room for this item");
                }
              } catch (InterruptedException leave) {
                return;
              }
            });
  }

  /**
   * Returns when this thread sleeps until somebody wakes it, or has ended already.
   *
   * @throws IllegalStateException if it does neither within ten seconds: the test then fails
   *     instead of holding up the run
   */
  static void awaitSleep(Thread thread) {
    long start = System.nanoTime();
    while (!sleeps(thread)) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        throw new IllegalStateException("a thread that should wait is " + thread.getState());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean sleeps(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, TERMINATED -> true;
      case NEW, RUNNABLE, BLOCKED -> false;
    };
  }
}
