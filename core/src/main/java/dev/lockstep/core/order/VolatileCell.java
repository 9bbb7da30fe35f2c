/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

/**
 * A volatile field. All volatile accesses of all threads stand in the synchronization order, which
 * keeps the order of each thread; a get returns the last value that was set before it in that order
 * (JLS 17.4.4, 17.4.7).
 */
final class VolatileCell implements Cell {

  private volatile long value;

  @Override
  public void set(long value) {
    this.value = value;
  }

  @Override
  public long get() {
    return value;
  }
}
