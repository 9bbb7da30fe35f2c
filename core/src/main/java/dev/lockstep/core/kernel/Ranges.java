/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.ArrayList;
import java.util.List;

/** How a range of numbers is divided. */
final class Ranges {

  private Ranges() {}

  /**
   * Begin and end (exclusive) of ranges that together are 0 to {@code size}, none empty, their
   * sizes at most one apart; one empty range if there is nothing to divide.
   */
  static List<int[]> of(long size, int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("parts must be at least 1, not " + parts);
    }
    long count = Math.clamp(size, 1, parts);
    List<int[]> ranges = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      ranges.add(
          new int[] {Math.toIntExact(size * i / count), Math.toIntExact(size * (i + 1) / count)});
    }
    return ranges;
  }
}
