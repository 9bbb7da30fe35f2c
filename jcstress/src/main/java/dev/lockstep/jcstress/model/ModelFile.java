/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.run.Code;
import java.util.List;

/**
 * {@code models.json}: what the model checker found.
 *
 * @param lincheck its version
 */
record ModelFile(int schema, String lincheck, List<Result> results) {

  /**
   * One check.
   *
   * @param witness the file that holds the interleaving, or null unless it broke
   */
  record Result(
      String id,
      Outcome outcome,
      int interleavings,
      boolean exhausted,
      double seconds,
      String message,
      String witness) {}

  static ModelFile of(List<Result> results) {
    return new ModelFile(1, Code.version(ModelFile.class, "lincheck"), results);
  }
}
