/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.List;

/**
 * The two functions of {@link Kernels}, whatever the algorithm or the engine that computes them.
 * Exact for every {@code int}; any number of threads may call at the same time.
 */
public interface Kernel {

  /**
   * The greatest common divisor.
   *
   * @throws IllegalArgumentException if a number is not positive
   */
  int gcd(int a, int b);

  /** All divisors in ascending order; none if the number is not positive. */
  List<Integer> factorize(int number);
}
