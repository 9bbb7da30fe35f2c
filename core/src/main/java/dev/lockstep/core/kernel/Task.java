/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.List;

/**
 * One call of a kernel: what an executor is given.
 *
 * @param <R> the type of the result
 */
public sealed interface Task<R> {

  /** Calls the kernel. */
  R run();

  /** What the kernel must return, by the {@link Oracle}. */
  R expected();

  /** Steps of the kernel's loop, by the {@link Oracle}; one step costs the same in each kernel. */
  long cost();

  /** The common divisor of a pair. */
  record Gcd(int a, int b) implements Task<Integer> {

    @Override
    public Integer run() {
      return Kernels.gcd(a, b);
    }

    @Override
    public Integer expected() {
      return Oracle.gcd(a, b);
    }

    @Override
    public long cost() {
      return Math.min(a, b) - expected() + 1L;
    }
  }

  /** The divisors of a number. */
  record Factorize(int number) implements Task<List<Integer>> {

    @Override
    public List<Integer> run() {
      return Kernels.factorize(number);
    }

    @Override
    public List<Integer> expected() {
      return Oracle.divisors(number);
    }

    @Override
    public long cost() {
      return number;
    }
  }
}
