/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.counter;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.jmh.profile.Latencies;
import dev.lockstep.jmh.profile.Untimed;
import java.util.function.IntSupplier;

/**
 * Compares, iteration by iteration, what the threads added with what the shared count holds. JMH
 * lets no thread into the tear-down before all have left the measured loop, so the last one to
 * settle reads a count at rest.
 *
 * <p>Counts are taken modulo 2^32, as the count itself wraps around; that is exact as long as fewer
 * than 2^32 increments are lost within one iteration.
 */
public final class Ledger {

  private final Construct kind;
  private final IntSupplier count;
  private final int threads;
  private int settled;
  private int added;
  private int before;
  private long least;
  private long most;

  /**
   * A ledger of a count that is 0.
   *
   * @param kind what is used to count
   * @param threads how many count
   */
  public Ledger(Construct kind, IntSupplier count, int threads) {
    this.kind = kind;
    this.count = count;
    this.threads = threads;
  }

  /**
   * Called once by each thread.
   *
   * @param increments what this thread added
   * @return what all threads together lost, to the last one to settle; 0 to the others
   * @throws WrongResultException if a kind that promises to lose nothing lost or invented updates
   */
  @Untimed
  public synchronized long settle(int increments) {
    added += increments;
    long mine = Integer.toUnsignedLong(increments);
    least = settled == 0 ? mine : Math.min(least, mine);
    most = settled == 0 ? mine : Math.max(most, mine);
    if (++settled < threads) {
      return 0;
    }
    int value = count.getAsInt();
    int difference = added - (value - before);
    before = value;
    Latencies.shares(least, most);
    settled = 0;
    added = 0;
    if (difference != 0 && kind.guarantee() == Guarantee.EXACT) {
      throw new WrongResultException(
          "%s is %d updates away from what %d threads added".formatted(kind, difference, threads));
    }
    return Integer.toUnsignedLong(difference);
  }
}
