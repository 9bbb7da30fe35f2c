/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The seeds' search with a vector of numbers per step. No processor here divides vectors of
 * integers, so it divides floats and checks the rounded quotient in integers.
 *
 * <p>Why that is exact for every {@code n} and each number {@code i} with {@code n / i <}
 * 2<sup>21</sup>; smaller numbers, of which there are at most 1023, go through the plain loop. Let
 * {@code u} be 2<sup>-24</sup>. Both conversions to float are off by a factor of 1 &plusmn; {@code
 * u} at most, and so is the division: the quotient differs from {@code n / i} by less than
 * 2<sup>21</sup> &middot; 3.01 {@code u} &lt; 0.38. {@link #ROUNDING} is 1.5 &middot;
 * 2<sup>23</sup>; the sum with it lies between 2<sup>23</sup> and 2<sup>24</sup>, where the floats
 * are the integers. So the sum is rounded to the nearest integer, and its bits less those of {@code
 * ROUNDING} are that integer {@code r}.
 *
 * <ul>
 *   <li>If {@code i} divides {@code n}, the true quotient is an integer, less than 0.38 from what
 *       was rounded. It is {@code r}, and {@code r * i == n}.
 *   <li>If {@code r * i == n} in 32 bits that wrap around: {@code r} is less than 0.38 + 0.5 from
 *       {@code n / i}, so the true product is less than {@code i} &lt; 2<sup>31</sup> from {@code
 *       n}. Numbers that are equal in 32 bits are equal or at least 2<sup>32</sup> apart. So the
 *       true product is {@code n}, and {@code i} divides it.
 * </ul>
 */
final class VectorKernel implements RangeKernel {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
  private static final int LANES = FLOATS.length();

  /** Numbers per step: two vectors, since the branch after them costs as much as for one. */
  private static final int BLOCK = 2 * LANES;

  private static final float ROUNDING = 0x1.8p23f;
  private static final int ROUNDING_BITS = Float.floatToRawIntBits(ROUNDING);

  /** The least number of which {@code number} is less than 2<sup>21</sup> times as much. */
  private static int firstExact(int number) {
    return (number >> 21) + 1;
  }

  private static VectorMask<Integer> divides(
      FloatVector dividend, IntVector number, IntVector tried) {
    FloatVector divisor = (FloatVector) tried.convertShape(VectorOperators.I2F, FLOATS, 0);
    FloatVector rounded = dividend.div(divisor).add(ROUNDING);
    IntVector quotient = rounded.reinterpretAsInts().sub(ROUNDING_BITS);
    return quotient.mul(tried).compare(VectorOperators.EQ, number);
  }

  /**
   * How many of the numbers from {@code first} on, {@code step} apart, are behind us when the first
   * block that holds a divisor is reached, or fewer than a block are left of {@code count}: a
   * multiple of the block. No other work is in this loop.
   */
  private static int skipped(int number, int first, int step, int count) {
    FloatVector dividend = FloatVector.broadcast(FLOATS, (float) number);
    IntVector numbers = IntVector.broadcast(INTS, number);
    IntVector one = IntVector.broadcast(INTS, first).add(IntVector.zero(INTS).addIndex(step));
    IntVector two = one.add(step * LANES);
    int stride = step * BLOCK;
    int behind = 0;
    while (count - behind >= BLOCK) {
      VectorMask<Integer> found =
          divides(dividend, numbers, one).or(divides(dividend, numbers, two));
      if (found.anyTrue()) {
        break;
      }
      behind += BLOCK;
      one = one.add(stride);
      two = two.add(stride);
    }
    return behind;
  }

  @Override
  public int gcd(int a, int b, int high, int low) {
    int last = Math.max(low, firstExact(a));
    int next = high;
    while (next >= low) {
      next -= skipped(a, next, -1, next - last + 1);
      int end = Math.max(low, next - BLOCK + 1);
      int common = Kernels.gcd(a, b, next, end); // a divisor of a is seldom one of b, too
      if (common != 0) {
        return common;
      }
      next = end - 1;
    }
    return 0;
  }

  @Override
  public List<Integer> factorize(int number, int from, int to) {
    List<Integer> divisors = new ArrayList<>();
    int tried = Math.min(to, Math.max(from, firstExact(number)) - 1);
    loop(number, from - 1, tried, divisors);
    while (tried < to) {
      tried += skipped(number, tried + 1, 1, to - tried);
      int end = to - tried > BLOCK ? tried + BLOCK : to;
      loop(number, tried, end, divisors);
      tried = end;
    }
    return divisors;
  }

  /** Adds the divisors after {@code tried} up to {@code to}. */
  private static void loop(int number, int tried, int to, List<Integer> divisors) {
    int i = tried;
    while (i < to) {
      i++;
      if (number % i == 0) {
        divisors.add(i);
      }
    }
  }
}
