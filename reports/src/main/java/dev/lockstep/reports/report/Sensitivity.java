/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;

/**
 * How many of the bugs that were put into the shipped constructs this run has found, and by which
 * opinion. Each bug takes away one thing that a construct rests on, so this is also the list of
 * what was tried of each construct. It tells how sharp the tests are, and carries no verdict.
 *
 * @param tried how many mutants at least one opinion was asked about
 * @param caught how many of these at least one found
 * @param mutants all of them, by construct and name
 */
public record Sensitivity(int tried, int caught, List<Mutant> mutants) {

  /**
   * A copy of a shipped construct with one thing broken.
   *
   * @param opinions one of each checker, in a fixed order
   */
  public record Mutant(String mutates, String name, String bug, List<Opinion> opinions) {

    /** Returns whether at least one opinion was asked. */
    public boolean tried() {
      return opinions.stream().anyMatch(each -> each.answer() != Answer.NOT_ASKED);
    }

    /** Returns whether at least one opinion found the bug. */
    public boolean caught() {
      return opinions.stream().anyMatch(each -> each.answer() == Answer.CAUGHT);
    }
  }

  /** What an opinion has to say of a mutant. */
  public enum Answer {
    CAUGHT,
    MISSED,
    NOT_ASKED
  }

  /**
   * What one checker says of a mutant.
   *
   * @param by {@code STRESS}, or the checker of models
   * @param where the tests or models that found the bug or, if none did, that were asked
   * @param why it was not asked, or null if it was, or if the run has no question to it
   */
  public record Opinion(String by, Answer answer, List<String> where, String why) {}

  /** Returns the counts over some mutants. */
  public static Sensitivity of(List<Mutant> mutants) {
    int tried = (int) mutants.stream().filter(Mutant::tried).count();
    int caught = (int) mutants.stream().filter(Mutant::caught).count();
    return new Sensitivity(tried, caught, mutants);
  }

  /** Returns those that were tried and not caught. */
  public List<Mutant> missed() {
    return mutants.stream().filter(each -> each.tried() && !each.caught()).toList();
  }
}
