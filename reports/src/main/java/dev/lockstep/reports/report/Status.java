/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/** What is known of one test, the worst first. */
public enum Status {
  BROKEN("broken"),
  INCONCLUSIVE("inconclusive"),
  NOT_RUN("not run"),
  /** An exhibit gave its results, whatever they show: it proves nothing and breaks nothing. */
  ALLOWED("allowed"),
  /** It ran and nothing broke, but this run cannot tell it from a broken one. */
  HELD("held"),
  PROVEN("proven");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  /** Returns the status as it is read in a sentence. */
  public String words() {
    return words;
  }

  /** Returns the worse of two. */
  public Status or(Status other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
