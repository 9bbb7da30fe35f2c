/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.List;
import java.util.Random;

/**
 * In a JVM that compiles for speed: says of each kernel whether it is there, and searches large
 * numbers as a whole with those that are. The fast ones get the largest ints there are.
 */
public final class KernelExactness {

  private static final List<KernelKind> FAST =
      List.of(KernelKind.ROOT, KernelKind.C_SIMD, KernelKind.VECTOR);

  private KernelExactness() {}

  /** Ends with 1 if an answer is wrong; with the argument {@code only} nothing is searched. */
  public static void main(String[] args) {
    Random random = new Random(42);
    int[] huge = {
      Integer.MAX_VALUE, 2_095_133_040, 46337 * 46337, random.nextInt() >>> 1 | 1 << 30
    };
    int[] large = {8_648_640, 2897 * 2897, 1 << 23, (1 << 24) + 1, random.nextInt(1 << 23) + 1};
    for (KernelKind kind : KernelKind.values()) {
      System.out.println(kind + ": " + kind.unavailable().orElse("available"));
      if (kind.unavailable().isEmpty() && args.length == 0) {
        for (int n : FAST.contains(kind) ? huge : large) {
          check(kind, n);
        }
        kind.kernel().factorize(1);
      }
    }
  }

  private static void check(KernelKind kind, int n) {
    List<Integer> divisors = kind.kernel().factorize(n);
    if (!divisors.equals(Oracle.divisors(n))) {
      fail(kind + " says that the divisors of " + n + " are " + divisors);
    }
    int other = n / 2 + 1;
    int common = kind.kernel().gcd(n, other);
    if (common != Oracle.gcd(n, other)) {
      fail(kind + " says that the gcd of " + n + " and " + other + " is " + common);
    }
  }

  private static void fail(String sentence) {
    System.out.println("WRONG: " + sentence);
    System.exit(1);
  }
}
