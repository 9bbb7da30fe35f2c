/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.time.Duration;

/**
 * The iterations of one fork.
 *
 * @param warmupMillis of one warm-up iteration; 0 for single shots
 * @param millis of one measured iteration; 0 for single shots
 */
record Series(int warmups, int warmupMillis, int measurements, int millis) {

  Series(int warmups, int measurements, int millis) {
    this(warmups, millis, measurements, millis);
  }

  /** The same after so many times the warm-up. */
  Series warmed(int times) {
    return new Series(times * warmups, warmupMillis, measurements, millis);
  }

  /** How many milliseconds JMH's unit of a time per operation is. */
  static double millis(String unit) {
    return switch (unit) {
      case "s/op" -> 1e3;
      case "ms/op" -> 1;
      case "us/op" -> 1e-3;
      case "ns/op" -> 1e-6;
      default -> throw new IllegalArgumentException("no time per operation is measured in " + unit);
    };
  }

  Duration duration() {
    return Duration.ofMillis((long) warmups * warmupMillis + (long) measurements * millis);
  }
}
