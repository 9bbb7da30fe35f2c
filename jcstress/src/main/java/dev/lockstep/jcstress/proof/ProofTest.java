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
 * @param twin the first of the twins; null if there is none
 * @param twins the names of the tests that break the same contract; empty unless it forbids
 * @param actors the threads it needs, each on a CPU of its own
 */
public record ProofTest(
    String test,
    String construct,
    Role role,
    ContractKind contract,
    String contractName,
    List<String> mustObserve,
    String twin,
    List<String> twins,
    int actors) {}
