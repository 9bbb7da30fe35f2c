/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The two functions that the Python notes time, step for step and slow on purpose: no shortcut, 32
 * bit arithmetic, pure and free of allocation but for the result.
 */
public final class Kernels {

  private Kernels() {}

  /**
   * The greatest common divisor, sought by counting down from the smaller number to the first that
   * divides both: {@code min(a, b) - gcd + 1} steps.
   *
   * @throws IllegalArgumentException if a number is not positive; Python's returns {@code None}
   */
  public static int gcd(int a, int b) {
    for (int i = Math.min(a, b); i > 0; i--) {
      if (a % i == 0 && b % i == 0) {
        return i;
      }
    }
    throw notPositive(a, b);
  }

  /**
   * The first of two numbers, if both are positive.
   *
   * @throws IllegalArgumentException if one is not
   */
  static int positive(int a, int b) {
    if (a < 1 || b < 1) {
      throw notPositive(a, b);
    }
    return a;
  }

  private static IllegalArgumentException notPositive(int a, int b) {
    return new IllegalArgumentException(
        "gcd(" + a + ", " + b + "): both numbers must be at least 1");
  }

  /**
   * All divisors in ascending order, found by trying every number from 1 to {@code number}: so many
   * steps. None if the number is not positive.
   */
  public static List<Integer> factorize(int number) {
    List<Integer> divisors = new ArrayList<>();
    int i = 0;
    while (i < number) {
      i++;
      if (number % i == 0) {
        divisors.add(i);
      }
    }
    return divisors;
  }

  /**
   * The first number from {@code high} down to {@code low} that divides both, or 0: a part of
   * {@link #gcd(int, int)}, which has a loop of its own so that nothing is added to what is timed.
   */
  static int gcd(int a, int b, int high, int low) {
    for (int i = high; i >= low; i--) {
      if (a % i == 0 && b % i == 0) {
        return i;
      }
    }
    return 0;
  }

  /** The divisors from {@code from} to {@code to}: a part of {@link #factorize(int)}. */
  static List<Integer> factorize(int number, int from, int to) {
    List<Integer> divisors = new ArrayList<>();
    int i = from - 1;
    while (i < to) {
      i++;
      if (number % i == 0) {
        divisors.add(i);
      }
    }
    return divisors;
  }
}
