/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.util.concurrent.Semaphore;

/**
 * A field guarded by a {@link Semaphore} with one permit. What a thread did before {@code release}
 * happens-before what follows a successful {@code acquire} (API of {@code Semaphore}, "Memory
 * consistency effects"). It has no owner and is not re-entrant; not fair.
 */
public final class SemaphoreCounter implements Counter {

  private final Semaphore permit = new Semaphore(1);
  private int count;

  @Override
  public void increment(int offset) {
    permit.acquireUninterruptibly();
    try {
      count += offset;
    } finally {
      permit.release();
    }
  }

  @Override
  public int value() {
    permit.acquireUninterruptibly();
    try {
      return count;
    } finally {
      permit.release();
    }
  }
}
