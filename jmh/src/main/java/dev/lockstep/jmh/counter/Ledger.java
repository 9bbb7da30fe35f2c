/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.counter;

import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.counter.Counter;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.kernel.WrongResultException;

/**
 * Compares, iteration by iteration, what the threads added with what the counter holds. JMH lets no
 * thread into the tear-down before all have left the measured loop, so the last one to settle reads
 * a counter at rest.
 *
 * <p>Counts are taken modulo 2^32, as the counters themselves wrap around; that is exact as long as
 * fewer than 2^32 increments are lost within one iteration.
 */
final class Ledger {

  private final CounterKind kind;
  private final Counter counter;
  private final int threads;
  private int settled;
  private int added;
  private int before;

  Ledger(CounterKind kind, Counter counter, int threads) {
    this.kind = kind;
    this.counter = counter;
    this.threads = threads;
  }

  /**
   * Called once by each thread.
   *
   * @param increments what this thread added
   * @return what all threads together lost, to the last one to settle; 0 to the others
   * @throws WrongResultException if a kind that promises to lose nothing lost or invented updates
   */
  synchronized long settle(int increments) {
    added += increments;
    if (++settled < threads) {
      return 0;
    }
    int value = counter.value();
    int difference = added - (value - before);
    before = value;
    settled = 0;
    added = 0;
    if (difference != 0 && kind.guarantee() == Guarantee.EXACT) {
      throw new WrongResultException(
          "%s is %d updates away from what %d threads added".formatted(kind, difference, threads));
    }
    return Integer.toUnsignedLong(difference);
  }
}
