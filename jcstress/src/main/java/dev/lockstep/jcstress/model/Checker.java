/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

/** Who answers questions. */
enum Checker {
  /** A model checker that tries interleavings of two or three threads in a fixed order. */
  LINCHECK,
  /** A scheduler of real threads that draws schedules by lot. */
  FRAY;

  /** Its name as a person writes it, and as {@code models.json} has it, in lower case. */
  String title() {
    return this == LINCHECK ? "Lincheck" : "Fray";
  }
}
