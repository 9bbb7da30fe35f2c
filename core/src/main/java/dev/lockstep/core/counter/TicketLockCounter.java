/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import dev.lockstep.core.lock.TicketLock;

/**
 * A field guarded by a {@link TicketLock}: the unlock's write of the ticket that is served is read
 * by the thread that enters next, so each increment reads what the one before it wrote.
 */
public final class TicketLockCounter implements Counter {

  private final TicketLock lock = new TicketLock();
  private int count;

  @Override
  public void increment(int offset) {
    lock.lock();
    try {
      count += offset;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int value() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
