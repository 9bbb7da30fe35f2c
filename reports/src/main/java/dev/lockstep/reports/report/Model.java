/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import dev.lockstep.reports.run.Witness;

/**
 * The second opinion on one construct: what a model checker found under sequential consistency. It
 * never makes a proof, since it cannot see what only a weaker memory model allows.
 *
 * @param checker who was asked, {@code LINCHECK} or {@code FRAY}
 * @param construct null for a mutant
 * @param mutates the construct of which a mutant is a copy with one line broken, or null
 * @param bug what is wrong with a mutant, or null
 * @param expect {@code HOLDS} or {@code BREAKS}
 * @param outcome {@code NOTHING_FOUND}, {@code BROKEN}, {@code FAILED}, or {@code MISSING} without
 *     a result
 * @param agrees whether the outcome is the expected one
 * @param interleavings how many were explored, or null without a result
 * @param exhausted whether the bounded space was explored completely, or null without a result
 * @param witness path of the interleaving, relative to the run directory, or null
 * @param interleaving its content, or null
 * @param why the outcome in one sentence
 */
public record Model(
    String checker,
    String id,
    String construct,
    String name,
    String mutates,
    String bug,
    String scenario,
    String expect,
    String outcome,
    boolean agrees,
    Long interleavings,
    Boolean exhausted,
    Double seconds,
    String witness,
    Witness interleaving,
    String why) {

  /** Returns the construct that this is about. */
  public String subject() {
    return construct == null ? mutates : construct;
  }

  /** Returns whether a violation was found where there must be none. */
  public boolean refuted() {
    return expect.equals("HOLDS") && outcome.equals("BROKEN");
  }

  /** Returns the outcome in words. */
  public String words() {
    return switch (outcome) {
      case "NOTHING_FOUND" -> agrees ? "nothing found" : "not found";
      case "BROKEN" -> agrees ? "broke as expected" : "broken";
      case "FAILED" -> "failed";
      default -> "no result";
    };
  }
}
