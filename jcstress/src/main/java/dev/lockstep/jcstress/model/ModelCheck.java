/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.run.Planned;
import java.util.function.Supplier;

/**
 * One question to one construct or mutant.
 *
 * @param planned what {@code planned.json} says of it
 * @param subject makes what is asked
 */
record ModelCheck(Planned.Model planned, Question question, Supplier<?> subject) {

  String id() {
    return planned.id();
  }

  Checker checker() {
    return question.checker();
  }

  /** The id as a part of a file name. */
  String fileName() {
    return id().replaceAll("[^A-Za-z0-9._-]+", "-");
  }
}
