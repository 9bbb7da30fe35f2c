/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * An answer by rule to a question that a reader of figures has.
 *
 * @param question in a few words
 * @param measured false if this plan did not measure what the answer needs
 * @param sentence the answer, or an empty text if nothing can be told apart
 * @param trials ids of the trials that it comes from
 */
public record Finding(
    String id, String question, boolean measured, String sentence, List<String> trials) {

  /** Returns whether anything was found. */
  public boolean isFound() {
    return !sentence.isEmpty();
  }
}
