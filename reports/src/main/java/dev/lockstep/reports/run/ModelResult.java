/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;

/**
 * What the model checker found of one model (an element of {@code models.json}).
 *
 * @param outcome {@code NOTHING_FOUND}, {@code BROKEN} or {@code FAILED}
 * @param interleavings how many were explored
 * @param exhausted whether the bounded space was explored completely
 * @param message why the checker failed, or null
 * @param file the witness, relative to the run directory, or null
 * @param witness its content, or null if there is none or it cannot be read
 */
public record ModelResult(
    String id,
    String outcome,
    long interleavings,
    boolean exhausted,
    double seconds,
    String message,
    String file,
    Witness witness) {

  private static final List<String> OUTCOMES = List.of("NOTHING_FOUND", "BROKEN", "FAILED");

  /** Returns a result whose witness is not read yet. */
  static ModelResult read(JsonView json) {
    String outcome = json.word("outcome", OUTCOMES);
    if (outcome.equals("NOTHING_FOUND") && json.has("witness")) {
      throw json.bad(
          "model "
              + Quoted.name(json.text("id"))
              + " is NOTHING_FOUND and yet names a witness against it");
    }
    return new ModelResult(
        json.text("id"),
        outcome,
        json.count("interleavings"),
        json.flag("exhausted"),
        json.number("seconds"),
        outcome.equals("FAILED") ? json.text("message") : json.textOrNull("message"),
        json.textOrNull("witness"),
        null);
  }

  ModelResult with(Witness read) {
    return new ModelResult(id, outcome, interleavings, exhausted, seconds, message, file, read);
  }
}
