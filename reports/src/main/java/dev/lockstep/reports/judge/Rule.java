/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.List;
import java.util.Set;

/**
 * A question that figures may answer. A rule says what has to be told apart for that, and makes a
 * sentence of what was; it never looks at a figure by itself.
 */
interface Rule {
  /** So many are named in a sentence. */
  int NAMED = 6;

  String id();

  /** What a reader wants to know, in a few words. */
  String question();

  /**
   * Returns everything that the sentences are to be made of; those of one group answer the question
   * once.
   */
  List<Comparison> comparisons(Observations run);

  /**
   * Returns the answer of a group.
   *
   * @param all that were compared in it
   * @param shown those of them whose whole interval lies on one side, as far as all findings of the
   *     run together allow
   * @return half a sentence behind the question, or an empty text if nothing is shown
   */
  String answer(Observations run, List<Comparison> all, Set<Comparison> shown);

  /** Returns whether an answer is made of what a comparison shows, or of its contrary alone. */
  default boolean tells(Comparison shown) {
    return true;
  }

  /** Returns the first of several parts, and how many more there are. */
  static String some(List<String> parts) {
    String rest = parts.size() > NAMED ? "; and " + (parts.size() - NAMED) + " more" : "";
    return String.join("; ", parts.subList(0, Math.min(NAMED, parts.size()))) + rest;
  }
}
