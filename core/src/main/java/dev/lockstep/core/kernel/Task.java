/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * One call of a kernel: what an executor is given. A task tries a range of divisors one by one, the
 * whole range or, as a part of another task, some of it.
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

  /** Divisors in the range: no fewer than {@link #cost()}. */
  long size();

  /**
   * The same range as several tasks, in the order in which the kernel tries it; fewer than asked
   * for if there are not so many divisors to try.
   *
   * @throws IllegalArgumentException if {@code parts} is less than 1
   */
  List<Task<R>> divide(int parts);

  /** The result of a task from those of its parts. */
  R join(List<R> results);

  /**
   * The greatest common divisor of a pair that is not greater than {@code high} and not less than
   * {@code low}, or 0 if there is none.
   */
  record Gcd(int a, int b, int high, int low) implements Task<Integer> {

    /** The whole range. */
    public Gcd(int a, int b) {
      this(a, b, Math.min(a, b), 1);
    }

    private boolean isWhole() {
      return low == 1 && high == Math.min(a, b);
    }

    @Override
    public Integer run() {
      return isWhole() ? Kernels.gcd(a, b) : Kernels.gcd(a, b, high, low);
    }

    /** All common divisors divide the greatest one. */
    @Override
    public Integer expected() {
      for (int divisor : Oracle.divisors(Oracle.gcd(a, b)).reversed()) {
        if (divisor <= high) {
          return divisor >= low ? divisor : 0;
        }
      }
      return 0;
    }

    @Override
    public long cost() {
      int found = expected();
      return high - Math.max(found, low) + 1L;
    }

    @Override
    public long size() {
      return high - low + 1L;
    }

    @Override
    public List<Task<Integer>> divide(int parts) {
      List<Task<Integer>> ranges = new ArrayList<>();
      for (int[] range : Ranges.of(size(), parts)) {
        ranges.add(new Gcd(a, b, high - range[0], high - range[1] + 1));
      }
      return ranges;
    }

    @Override
    public Integer join(List<Integer> results) {
      for (int divisor : results) {
        if (divisor != 0) {
          return divisor;
        }
      }
      return 0;
    }

    @Override
    public String toString() {
      String call = "gcd(" + a + ", " + b + ")";
      return isWhole() ? call : call + " from " + high + " down to " + low;
    }
  }

  /** The divisors of a number from {@code from} to {@code to}. */
  record Factorize(int number, int from, int to) implements Task<List<Integer>> {

    /** The whole range. */
    public Factorize(int number) {
      this(number, 1, number);
    }

    private boolean isWhole() {
      return from == 1 && to == number;
    }

    @Override
    public List<Integer> run() {
      return isWhole() ? Kernels.factorize(number) : Kernels.factorize(number, from, to);
    }

    @Override
    public List<Integer> expected() {
      return Oracle.divisors(number).stream().filter(i -> i >= from && i <= to).toList();
    }

    @Override
    public long cost() {
      return size();
    }

    @Override
    public long size() {
      return to - from + 1L;
    }

    @Override
    public List<Task<List<Integer>>> divide(int parts) {
      List<Task<List<Integer>>> ranges = new ArrayList<>();
      for (int[] range : Ranges.of(size(), parts)) {
        ranges.add(new Factorize(number, from + range[0], from + range[1] - 1));
      }
      return ranges;
    }

    @Override
    public List<Integer> join(List<List<Integer>> results) {
      List<Integer> divisors = new ArrayList<>();
      results.forEach(divisors::addAll);
      return divisors;
    }

    @Override
    public String toString() {
      String call = "factorize(" + number + ")";
      return isWhole() ? call : call + " from " + from + " to " + to;
    }
  }
}
