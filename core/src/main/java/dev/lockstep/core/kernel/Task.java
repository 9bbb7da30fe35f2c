/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

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

  /** Those of the steps during which no other task of the process may compute. */
  default long serialCost() {
    return 0;
  }

  /** Whether a task can run in another process and still mean the same. */
  default boolean portable() {
    return true;
  }

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

  /**
   * The same as its range, but numbers up to {@code alone} are tried while no other task of this
   * kind computes anywhere in the process: a job whose serial fraction is known. That is what
   * Amdahl's law is about. One plain lock would not do, since other workers would go on with their
   * parallel parts while one is inside, and a fraction of {@code 1 / workers} would cost nothing.
   *
   * <p>The lock of the one process is not that of another, so the task must not travel.
   */
  record Amdahl(Gcd range, int alone) implements Task<Integer> {

    /** Readers try what is parallel, the one writer what is serial. */
    static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

    @Override
    public Integer run() {
      int last = Math.max(range.low, alone + 1);
      int found = range.high >= last ? tried(LOCK.readLock(), range.high, last) : 0;
      int first = Math.min(range.high, alone);
      return found == 0 && first >= range.low ? tried(LOCK.writeLock(), first, range.low) : found;
    }

    private int tried(Lock lock, int high, int low) {
      lock.lock();
      try {
        return Kernels.gcd(range.a, range.b, high, low);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public Integer expected() {
      return range.expected();
    }

    @Override
    public long cost() {
      return range.cost();
    }

    @Override
    public long serialCost() {
      long last = range.high - range.cost() + 1;
      return Math.max(0, Math.min(range.high, alone) - last + 1);
    }

    @Override
    public boolean portable() {
      return false;
    }

    @Override
    public long size() {
      return range.size();
    }

    /** Each part keeps those of the numbers to itself that the whole would. */
    @Override
    public List<Task<Integer>> divide(int parts) {
      List<Task<Integer>> ranges = new ArrayList<>();
      for (Task<Integer> part : range.divide(parts)) {
        ranges.add(new Amdahl((Gcd) part, alone));
      }
      return ranges;
    }

    @Override
    public Integer join(List<Integer> results) {
      return range.join(results);
    }

    @Override
    public String toString() {
      return range + ", up to " + alone + " alone";
    }
  }
}
