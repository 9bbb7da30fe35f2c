/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.run.Code;
import java.util.List;

/**
 * {@code models.json}: what the checkers found.
 *
 * @param lincheck the version of Lincheck
 * @param fray that of Fray, or null if it was not asked
 */
record ModelFile(int schema, String lincheck, String fray, List<Result> results) {

  /**
   * One check.
   *
   * @param checker who was asked
   * @param witness the file that holds the interleaving, or null unless it broke
   */
  record Result(
      String id,
      Checker checker,
      Outcome outcome,
      int interleavings,
      boolean exhausted,
      double seconds,
      String message,
      String witness) {}

  static ModelFile of(List<Result> results) {
    return new ModelFile(
        1,
        Code.version(ModelFile.class, "lincheck"),
        results.stream().anyMatch(result -> result.checker == Checker.FRAY)
            ? Code.version(ModelFile.class, "fray")
            : null,
        results);
  }
}
