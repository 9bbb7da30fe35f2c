/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

/**
 * One thing that is wrong with an input file, told so that a person can act on it.
 *
 * @param file the file, relative to the run directory
 * @param cause what is wrong, without a full stop
 * @param remedy what to do about it, without a full stop
 */
public record Fault(String file, String cause, String remedy) {

  /** What helps against a file that is missing, cut off or short of results. */
  public static final String AGAIN = "run the plan again";

  /** Returns the whole fault as one sentence on one line. */
  public String sentence() {
    return Quoted.name(file) + ": " + cause + "; " + remedy + ".";
  }
}
