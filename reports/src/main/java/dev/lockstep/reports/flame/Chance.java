/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Beta;

/**
 * Tells what two counts of samples say from chance. Counts of independent samples are Poisson's; if
 * the frame takes the same time on both sides, then of the samples of both together those of one
 * side are binomial. The test is exact, and one of all frames together is wrong with {@value
 * #ERROR}.
 */
final class Chance {
  /** The chance that any frame of a page is called a difference although there is none. */
  static final double ERROR = 0.01;

  /** Beyond so many samples the normal distribution is as good. */
  private static final long EXACT = 1_000_000;

  private final Side a;
  private final Side b;
  private final double alpha;

  /**
   * @param frames how many are tested
   */
  Chance(Side a, Side b, int frames) {
    this.a = a;
    this.b = b;
    this.alpha = ERROR / 2 / Math.max(1, frames);
  }

  /** Which side takes more beyond chance. */
  enum Finding {
    MORE_IN_A,
    MORE_IN_B,
    NONE
  }

  /** Returns what so many samples on both sides say. */
  Finding of(long inA, long inB) {
    double timeA = a.of(inA);
    double timeB = b.of(inB);
    if (timeB > timeA && isMore(inB, b.perSample() * b.low(), inA, a.perSample() * a.high())) {
      return Finding.MORE_IN_B;
    }
    if (timeA > timeB && isMore(inA, a.perSample() * a.low(), inB, b.perSample() * b.high())) {
      return Finding.MORE_IN_A;
    }
    return Finding.NONE;
  }

  /** Whether more samples fell to one side than chance allows if both took the same time. */
  private boolean isMore(long more, double perMore, long less, double perLess) {
    double share = perLess / (perLess + perMore);
    return atLeast(more, more + less, share) <= alpha;
  }

  /** The probability of so many or more of n. */
  static double atLeast(long k, long n, double share) {
    if (k <= 0) {
      return 1;
    }
    if (n <= EXACT) {
      return Beta.regularizedBeta(share, (double) k, n - k + 1.0);
    }
    double deviation = StrictMath.sqrt(n * share * (1 - share));
    return new NormalDistribution().cumulativeProbability((n * share - k + 0.5) / deviation);
  }

  /** Returns the fewest samples that tell a frame that only B has, or 0 if all are too few. */
  long leastInB() {
    return least(b, a);
  }

  /** Returns the fewest samples that tell a frame that only A has, or 0 if all are too few. */
  long leastInA() {
    return least(a, b);
  }

  private long least(Side side, Side other) {
    double share =
        other.perSample()
            * other.high()
            / (other.perSample() * other.high() + side.perSample() * side.low());
    if (share >= 1) {
      return 0; // the time of an operation is not known
    }
    double samples = Math.ceil(StrictMath.log(alpha) / StrictMath.log(share));
    return samples <= side.profile().total() ? (long) samples : 0;
  }
}
