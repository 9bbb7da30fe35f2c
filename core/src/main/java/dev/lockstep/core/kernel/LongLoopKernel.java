/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;

/** The seeds' loops in 64 bits: what it costs to write {@code long} where {@code int} would do. */
final class LongLoopKernel implements RangeKernel {

  @Override
  public int gcd(int a, int b, int high, int low) {
    long first = a;
    long second = b;
    for (long i = high; i >= low; i--) {
      if (first % i == 0 && second % i == 0) {
        return (int) i;
      }
    }
    return 0;
  }

  @Override
  public List<Integer> factorize(int number, int from, int to) {
    List<Integer> divisors = new ArrayList<>();
    long whole = number;
    for (long i = from; i <= to; i++) {
      if (whole % i == 0) {
        divisors.add((int) i);
      }
    }
    return divisors;
  }
}
