/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * As the seed's generator: nothing is tried before a divisor is asked for, and then no more than up
 * to the next one. {@code list(factorize(number))} consumes it.
 */
final class LazyKernel implements RangeKernel {

  /** The divisors in ascending order, one by one. */
  static Iterator<Integer> divisors(int number, int from, int to) {
    return new Search() {
      private int tried = from - 1;

      @Override
      int seek() {
        while (tried < to) {
          tried++;
          if (number % tried == 0) {
            return tried;
          }
        }
        return 0;
      }
    };
  }

  /** The common divisors in descending order, one by one. */
  static Iterator<Integer> commonDivisors(int a, int b, int high, int low) {
    return new Search() {
      private int next = high;

      @Override
      int seek() {
        for (; next >= low; next--) {
          if (a % next == 0 && b % next == 0) {
            return next--;
          }
        }
        return 0;
      }
    };
  }

  /** An iterator over what is found on the way. */
  private abstract static class Search implements Iterator<Integer> {

    private static final int NOT_SOUGHT = -1;

    private int found = NOT_SOUGHT;

    /** The next one, or 0 if there is none. */
    abstract int seek();

    @Override
    public boolean hasNext() {
      if (found == NOT_SOUGHT) {
        found = seek();
      }
      return found != 0;
    }

    @Override
    public Integer next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no more divisors");
      }
      int result = found;
      found = NOT_SOUGHT;
      return result;
    }
  }

  @Override
  public int gcd(int a, int b, int high, int low) {
    Iterator<Integer> common = commonDivisors(a, b, high, low);
    return common.hasNext() ? common.next() : 0;
  }

  @Override
  public List<Integer> factorize(int number, int from, int to) {
    List<Integer> divisors = new ArrayList<>();
    divisors(number, from, to).forEachRemaining(divisors::add);
    return divisors;
  }
}
