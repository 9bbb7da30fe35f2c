/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/** The five-sensors experiment, shot by shot: each measured iteration is one shot. */
final class Experiments {
  static final String BENCHMARK = "FiveSensors";

  private Experiments() {}

  /** Returns one entry per planned trial of the experiment that was measured. */
  static List<Experiment> of(RunData data) {
    List<Experiment> experiments = new ArrayList<>();
    for (Plan.Trial trial : data.plan().trials()) {
      JmhResult result = data.prices() == null ? null : data.prices().get(trial.key());
      TrialRecord record = data.trials().get(trial.id());
      boolean voided = record != null && !record.measured();
      String barrier = trial.params().get("startBarrier");
      if (is(trial) && result != null && !voided && barrier != null && !result.lost().isEmpty()) {
        experiments.add(experiment(trial, result, Boolean.parseBoolean(barrier)));
      }
    }
    return experiments;
  }

  private static boolean is(Plan.Trial trial) {
    return Words.simple(trial.benchmark()).startsWith(BENCHMARK + ".");
  }

  private static Experiment experiment(Plan.Trial trial, JmhResult result, boolean barrier) {
    int shots = 0;
    int losing = 0;
    double smallest = Double.POSITIVE_INFINITY;
    double expected = 0;
    for (int fork = 0; fork < result.lost().size(); fork++) {
      for (int i = 0; i < result.lost().get(fork).size(); i++) {
        double lost = result.lost().get(fork).get(i);
        double made = result.expected().get(fork).get(i);
        shots++;
        losing += lost > 0 ? 1 : 0;
        smallest = Math.min(smallest, made - lost);
        expected = Math.max(expected, made);
      }
    }
    return new Experiment(
        trial.id(),
        trial.benchmark(),
        trial.construct(),
        trial.params().getOrDefault("kind", ""),
        barrier,
        shots,
        losing,
        shots == 0 ? 0 : smallest,
        expected);
  }
}
