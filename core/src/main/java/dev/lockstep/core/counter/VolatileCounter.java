/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

/**
 * A volatile field: every read sees the last write (JLS 17.4.4, 17.4.7), but an increment is a read
 * and a write, and between the two another thread's write may come and be lost. Visibility is not
 * atomicity.
 */
public final class VolatileCounter implements Counter {

  private volatile int count;

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // this is the mistake on show
  public void increment(int offset) {
    count += offset;
  }

  @Override
  public int value() {
    return count;
  }
}
