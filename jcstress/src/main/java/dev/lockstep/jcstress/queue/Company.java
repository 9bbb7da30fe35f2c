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

  /** Returns when this thread sleeps until somebody wakes it, or has ended already. */
  static void awaitSleep(Thread thread) {
    Thread.State state = thread.getState();
    while (state != Thread.State.WAITING && state != Thread.State.TERMINATED) {
      LockSupport.parkNanos(PAUSE_NANOS);
      state = thread.getState();
    }
  }
}
