/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * One stress test and what it is for.
 *
 * @param test its name in jcstress
 * @param construct the id of the construct it is about; null for a twin
 * @param role what it is in the argument of a run
 * @param contract what the run must have seen of it
 * @param template the simple name of the class of tests that it stands in, of a twin that of the
 *     proofs
 * @param mustObserve the outcomes that must be observed; empty if it forbids
 * @param mayObserve the further interesting outcomes
 * @param orders the acceptable rows of a proof that has several: all show that the actors met
 * @param rows the named forbidden rows of a proof, each with its controls
 * @param twinRole null unless it is a twin
 * @param widened whether the window of a twin's bug is wider than that of the proofs
 * @param mutates the id of the construct that a mutant was made from; null if it is none
 * @param bug what is wrong with a twin; null for all others
 * @param sibling whether an exhibit is what questions about memory order are held against
 * @param nightly whether it asks more than the most telling question
 * @param pace what a sample costs
 * @param actors the threads it needs, each on a CPU of its own
 */
public record ProofTest(
    String test,
    String construct,
    Role role,
    ContractKind contract,
    String template,
    List<String> mustObserve,
    List<String> mayObserve,
    List<List<String>> orders,
    List<Row> rows,
    TwinRole twinRole,
    boolean widened,
    String mutates,
    String bug,
    boolean sibling,
    boolean nightly,
    Pace pace,
    int actors) {

  /** A forbidden row of a table and the tests that can show it, the nearest first. */
  public record Row(List<String> outcomes, String means, List<Control> controls) {}

  /**
   * A test that can show what a proof forbids.
   *
   * @param twin its name
   * @param differs where it differs from the proof
   * @param order whether the row is about memory order, and this the racy sibling
   * @param ceiling the most that the rate of a widened twin counts; null for all others
   */
  public record Control(
      String twin, String differs, boolean order, boolean widened, Double ceiling) {}

  /** Whether the suite stands on this test: the unlocked counter's race, the locked counter. */
  public boolean isHeart() {
    return role == Role.PROOF
        && (template.equals("CounterRace") || template.equals("LockedCounter"));
  }

  /** Whether it shows something on which nothing rests. */
  public boolean isLesson() {
    return role == Role.EXHIBIT && !sibling;
  }

  /** Whether it proves by what it has not seen. */
  public boolean forbids() {
    return contract == ContractKind.FORBIDS;
  }

  /** The outcomes that it can show and that a proof forbids. */
  List<String> interesting() {
    return Stream.concat(mustObserve.stream(), mayObserve.stream()).toList();
  }

  ProofTest with(List<Row> joined) {
    return new ProofTest(
        test,
        construct,
        role,
        contract,
        template,
        mustObserve,
        mayObserve,
        orders,
        joined,
        twinRole,
        widened,
        mutates,
        bug,
        sibling,
        nightly,
        pace,
        actors);
  }
}
