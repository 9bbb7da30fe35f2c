/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The right answers to what {@link Kernels} computes, by other algorithms, so that one mistake
 * cannot be in both. Fast enough to be asked before every measurement.
 */
public final class Oracle {

  private Oracle() {}

  /** The greatest common divisor of two positive numbers by Euclid's algorithm, O(log n). */
  public static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** All divisors of a positive number in ascending order, in pairs up to its root, O(sqrt n). */
  public static List<Integer> divisors(int number) {
    List<Integer> small = new ArrayList<>();
    List<Integer> large = new ArrayList<>();
    for (int i = 1; i <= number / i; i++) {
      if (number % i == 0) {
        small.add(i);
        if (i != number / i) {
          large.addFirst(number / i);
        }
      }
    }
    small.addAll(large);
    return small;
  }
}
