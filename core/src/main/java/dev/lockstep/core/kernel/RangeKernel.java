/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.List;

/**
 * A kernel that tries every number, and so can be asked about a range of them alone: that is how
 * its answers are checked where the whole would take too long.
 */
interface RangeKernel extends Kernel {

  /** The first number from {@code high} down to {@code low >= 1} that divides both, or 0. */
  int gcd(int a, int b, int high, int low);

  /** The divisors from {@code from >= 1} to {@code to} in ascending order. */
  List<Integer> factorize(int number, int from, int to);

  @Override
  default int gcd(int a, int b) {
    return gcd(Kernels.positive(a, b), b, Math.min(a, b), 1);
  }

  @Override
  default List<Integer> factorize(int number) {
    return number > 0 ? factorize(number, 1, number) : List.of();
  }
}
