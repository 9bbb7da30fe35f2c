/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

/**
 * A field guarded by the monitor of its object. An unlock happens-before every later lock of the
 * same monitor (JLS 17.4.5), so each increment reads what the one before it wrote. Re-entrant, not
 * fair; the monitor is released on every way out of the method.
 */
public final class SynchronizedCounter implements Counter {

  private int count;

  @Override
  public synchronized void increment(int offset) {
    count += offset;
  }

  @Override
  public synchronized int value() {
    return count;
  }
}
