/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.time.Duration;

/**
 * The iterations of one fork.
 *
 * @param millis of one iteration; 0 for single shots
 */
record Series(int warmups, int measurements, int millis) {

  Duration duration() {
    return Duration.ofMillis((long) (warmups + measurements) * millis);
  }
}
