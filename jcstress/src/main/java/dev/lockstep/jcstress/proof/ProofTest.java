/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.util.List;

/**
 * One stress test and what it is for.
 *
 * @param test its name in jcstress
 * @param construct the id of the construct it is about; null for a twin
 * @param role what it is in the argument of a run
 * @param contract what the run must have seen of it
 * @param contractName the shared outcome table, for a twin the one it breaks; the simple name of
 *     the test if it has a table of its own
 * @param mustObserve the outcomes that must be observed; empty if it forbids
 * @param mayObserve the further interesting outcomes
 * @param breaks the contract it shows to be breakable; null if none
 * @param mutates the id of the construct that a mutant was made from; null if it is none
 * @param bug what is wrong with a twin; null for all others
 * @param twins the names of the tests that break the same contract, the most telling first; empty
 *     unless it forbids
 * @param pace what a sample costs
 * @param actors the threads it needs, each on a CPU of its own
 */
public record ProofTest(
    String test,
    String construct,
    Role role,
    ContractKind contract,
    String contractName,
    List<String> mustObserve,
    List<String> mayObserve,
    String breaks,
    String mutates,
    String bug,
    List<String> twins,
    Pace pace,
    int actors) {

  /** The twin that a verdict rests on; null if there is none. */
  public String twin() {
    return twins.isEmpty() ? null : twins.getFirst();
  }

  ProofTest with(List<String> joined) {
    return new ProofTest(
        test,
        construct,
        role,
        contract,
        contractName,
        mustObserve,
        mayObserve,
        breaks,
        mutates,
        bug,
        joined,
        pace,
        actors);
  }
}
