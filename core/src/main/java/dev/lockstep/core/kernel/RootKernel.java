/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Better algorithms on one thread: what no number of workers makes up for. Written otherwise than
 * the {@link Oracle}, which knows the same mathematics.
 */
final class RootKernel implements Kernel {

  /** Euclid's algorithm, O(log n). */
  @Override
  public int gcd(int a, int b) {
    int greater = Kernels.positive(a, b);
    int smaller = b;
    while (smaller != 0) {
      int rest = greater % smaller;
      greater = smaller;
      smaller = rest;
    }
    return greater;
  }

  /**
   * Each divisor up to the root has a partner beyond it, O(sqrt n). The root is exact: no int is so
   * near below a square that the root of it, as a double, could be rounded up to a whole number.
   */
  @Override
  public List<Integer> factorize(int number) {
    if (number <= 0) {
      return List.of();
    }
    int root = (int) Math.sqrt(number);
    List<Integer> divisors = new ArrayList<>();
    for (int i = 1; i <= root; i++) {
      if (number % i == 0) {
        divisors.add(i);
      }
    }
    int largest = divisors.getLast();
    for (int i = divisors.size() - (largest == number / largest ? 2 : 1); i >= 0; i--) {
      divisors.add(number / divisors.get(i));
    }
    return divisors;
  }
}
