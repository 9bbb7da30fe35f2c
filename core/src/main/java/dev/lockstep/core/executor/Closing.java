/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.TimeUnit;

/** How {@link Mapper#close} waits: with patience, then with an interrupt. */
final class Closing {

  private static final long GRACE_SECONDS = 5;

  private Closing() {}

  /** Whether everything has ended; waits for it. */
  @FunctionalInterface
  interface Wait {
    boolean ended(long timeout, TimeUnit unit) throws InterruptedException;
  }

  /**
   * Waits for the end, twice if need be, the second time after an interrupt.
   *
   * @throws IllegalStateException if it does not come
   */
  static void await(Wait wait, Runnable interrupt) {
    boolean interrupted = false;
    try {
      boolean ended = false;
      try {
        ended = wait.ended(GRACE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (!ended) {
        interrupt.run();
        try {
          ended = wait.ended(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
        if (!ended) {
          throw new IllegalStateException("tasks are still running after they were interrupted");
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
