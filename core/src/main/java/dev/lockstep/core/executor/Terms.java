/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.time.Duration;

/**
 * On which terms a list is mapped.
 *
 * @param chunk how many inputs are handed over at a time, to be run in order on one worker: fewer
 *     hand-overs, but the last worker may have more left to do
 * @param timeout from the call of {@code map} until all results have to be there; null if they may
 *     take as long as they need
 */
public record Terms(int chunk, Duration timeout) {

  /** Every input by itself, without a limit. */
  public static final Terms NONE = new Terms(1, null);

  /**
   * Checks the terms.
   *
   * @throws IllegalArgumentException if {@code chunk} is less than 1 or {@code timeout} is not
   *     positive
   */
  public Terms {
    if (chunk < 1) {
      throw new IllegalArgumentException("a chunk must be at least 1, not " + chunk);
    }
    if (timeout != null && !timeout.isPositive()) {
      throw new IllegalArgumentException("a timeout must be positive, not " + timeout);
    }
  }

  /** So many inputs at a time, without a limit. */
  public static Terms chunked(int chunk) {
    return new Terms(chunk, null);
  }

  /** Every input by itself, all results within so much time. */
  public static Terms within(Duration timeout) {
    return new Terms(1, timeout);
  }
}
