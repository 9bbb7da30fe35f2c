/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

/**
 * A plain field. {@code count += offset} is three steps, get, add and set, and another thread may
 * set the field between this thread's get and its set: that thread's update is then trampled.
 *
 * <p>Each single access of an {@code int} is indivisible (JLS 17.7), nothing else is promised: the
 * accesses are a data race (JLS 17.4.5), so the compiler may also keep the field in a register for
 * a whole loop and join many increments into one.
 */
public final class UnlockedCounter implements Counter {

  private int count;

  @Override
  public void increment(int offset) {
    count += offset;
  }

  /** Adds {@code offset} and returns what this thread then holds the count to be. */
  public int addAndGet(int offset) {
    return count += offset;
  }

  @Override
  public int value() {
    return count;
  }
}
