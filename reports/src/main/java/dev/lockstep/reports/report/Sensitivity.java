/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the bugs that were put into the shipped constructs this run has found. It tells how
 * sharp the tests are, and carries no verdict.
 *
 * @param tried how many mutants were planned
 * @param caught how many of them were caught
 * @param mutants all of them, in the order of the plan
 */
public record Sensitivity(int tried, int caught, List<Mutant> mutants) {

  /** One construct with one line broken, under the very contract of the construct. */
  public record Mutant(String test, String mutates, String bug, boolean caught) {}

  /** Returns the share over those of the twins that are mutants. */
  public static Sensitivity of(List<Twin> twins) {
    List<Mutant> mutants = new ArrayList<>();
    int caught = 0;
    for (Twin twin : twins) {
      if (twin.mutates() != null) {
        mutants.add(new Mutant(twin.test(), twin.mutates(), twin.bug(), twin.caught()));
        caught += twin.caught() ? 1 : 0;
      }
    }
    return new Sensitivity(mutants.size(), caught, mutants);
  }

  /** Returns those that were not caught. */
  public List<Mutant> missed() {
    return mutants.stream().filter(mutant -> !mutant.caught()).toList();
  }
}
