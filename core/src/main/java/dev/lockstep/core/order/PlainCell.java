/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

/**
 * A plain field. It promises only that a get returns what some set has stored, and not even this to
 * a long: its halves may be stored one by one (JLS 17.7). The compiler may move, merge and leave
 * out accesses as long as the thread itself cannot tell (JLS 17.4).
 */
final class PlainCell implements Cell {

  private long value;

  @Override
  public void set(long value) {
    this.value = value;
  }

  @Override
  public long get() {
    return value;
  }
}
