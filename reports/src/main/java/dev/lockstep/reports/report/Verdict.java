/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/** What a run is worth as a whole, the worst first. */
public enum Verdict {
  /** A construct did what it must never do. */
  BROKEN(2),
  /** Something that was planned is missing, invalid or too little to say anything. */
  INCOMPLETE(3),
  /** A price is confirmed to have risen. Nothing in this version compares with a baseline. */
  REGRESSION(1),
  /** Everything that was planned ran and holds. */
  PASS(0);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** Returns the exit code of the judge. */
  public int exitCode() {
    return exitCode;
  }

  /** Returns the worse of two verdicts. */
  public Verdict or(Verdict other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
