/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whatever could be read of a run directory, and what could not.
 *
 * @param run null if {@code run.json} could not be read
 * @param environment null if {@code environment.json} could not be read
 * @param plan null if {@code planned.json} could not be read
 * @param proofs null if {@code jcstress.json} as a whole could not be read
 * @param damagedTests tests of which {@code jcstress.json} holds an invalid result
 * @param rates how fast each test took its samples in each configuration
 * @param prices null if {@code jmh.json} as a whole could not be read
 * @param damagedPrices keys of invalid entries of {@code jmh.json}
 * @param trials by id
 * @param damagedTrials ids of trials whose file could not be read
 * @param models null if {@code models.json} as a whole could not be read
 * @param cpython null if it was not planned or could not be read
 * @param stacks what the profiler saw in the trials that are explained, by id
 * @param faults all that is wrong, in the order of reading
 */
public record RunData(
    RunInfo run,
    Environment environment,
    Plan plan,
    List<JcstressResult> proofs,
    Set<String> damagedTests,
    List<TestRate> rates,
    Map<TrialKey, JmhResult> prices,
    Set<TrialKey> damagedPrices,
    Map<String, TrialRecord> trials,
    Set<String> damagedTrials,
    Models models,
    Cpython cpython,
    Map<String, Stacks> stacks,
    List<Fault> faults) {

  /**
   * What the model checker found.
   *
   * @param checker the names and versions of the checkers, or null if none was asked
   * @param results by id
   * @param damaged ids of results that are not valid
   */
  public record Models(String checker, Map<String, ModelResult> results, Set<String> damaged) {

    /** What stands for a run without model checks. */
    public static final Models NONE = new Models(null, Map.of(), Set.of());
  }

  /**
   * Returns whether the results that the proofs lack are those that the budget did not reach. One
   * more, and something else is amiss.
   */
  public boolean proofsRanOutOfBudget() {
    Map<List<String>, Integer> given = new HashMap<>();
    for (JcstressResult each : proofs == null ? List.<JcstressResult>of() : proofs) {
      given.merge(List.of(each.test(), each.configuration()), 1, Integer::sum);
    }
    long lacking = 0;
    for (PlannedTest planned : plan.proofs()) {
      for (Map.Entry<String, Integer> owed : planned.forks().entrySet()) {
        int there = given.getOrDefault(List.of(planned.test(), owed.getKey()), 0);
        lacking += Math.max(0, owed.getValue() - there);
      }
    }
    return isBudgets("jcstress", lacking);
  }

  /** Returns the same of the models. */
  public boolean modelsRanOutOfBudget() {
    Set<String> there = models == null ? Set.of() : models.results().keySet();
    return isBudgets(
        "models", plan.models().stream().filter(each -> !there.contains(each.id())).count());
  }

  private boolean isBudgets(String part, long lacking) {
    return run != null && lacking > 0 && lacking <= run.notReached(part);
  }
}
