/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

/** Counted things in words. */
final class Counts {
  private Counts() {}

  static String of(long n, String what) {
    return Figures.count(n) + " " + what + (n == 1 ? "" : "s");
  }

  static String workers(int n) {
    return n + (n == 1 ? " worker" : " workers");
  }

  static String cores(int n) {
    return n + (n == 1 ? " core" : " cores");
  }
}
