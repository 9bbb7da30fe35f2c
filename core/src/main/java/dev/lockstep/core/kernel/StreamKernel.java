/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.List;
import java.util.stream.IntStream;

/** The seeds' loops as sequential streams: what the abstraction costs. */
final class StreamKernel implements RangeKernel {

  @Override
  public int gcd(int a, int b, int high, int low) {
    return IntStream.rangeClosed(0, high - low)
        .map(down -> high - down)
        .filter(i -> a % i == 0 && b % i == 0)
        .findFirst()
        .orElse(0);
  }

  @Override
  public List<Integer> factorize(int number, int from, int to) {
    return IntStream.rangeClosed(from, to).filter(i -> number % i == 0).boxed().toList();
  }
}
