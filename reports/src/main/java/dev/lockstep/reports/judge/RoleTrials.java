/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The measured trials of a role, with their figures, counts and constructs. */
final class RoleTrials {
  private final RunData data;
  private final Spreads spreads;
  private final Map<String, Price> prices = new HashMap<>();
  private final Map<String, Plan.Construct> constructs = new HashMap<>();

  RoleTrials(RunData data, List<Price> prices) {
    this.data = data;
    this.spreads = new Spreads(data);
    prices.forEach(price -> this.prices.put(price.trial(), price));
    data.plan().constructs().forEach(each -> constructs.put(each.id(), each));
  }

  /** Returns the trials that gave a time above 0, in the order of the plan. */
  List<Plan.Trial> of(String role) {
    List<Plan.Trial> trials = new ArrayList<>();
    for (Plan.Trial trial : data.plan().trials()) {
      Figure time = trial.is(role) && trial.construct() != null ? time(trial) : null;
      if (time != null && time.value() > 0) {
        trials.add(trial);
      }
    }
    return trials;
  }

  Figure time(Plan.Trial trial) {
    return Figures.of(prices.get(trial.id()), "");
  }

  Price price(Plan.Trial trial) {
    return prices.get(trial.id());
  }

  /** Returns what the plan calls the construct, or its name if the plan does not know it. */
  String label(Plan.Trial trial) {
    Plan.Construct construct = constructs.get(trial.construct());
    return construct == null ? kind(trial) : construct.label();
  }

  /** Returns what a worker count means to the construct, or an empty text. */
  String workersMean(Plan.Trial trial) {
    Plan.Construct construct = constructs.get(trial.construct());
    return construct == null || construct.workers() == null ? "" : construct.workers();
  }

  boolean racy(String construct) {
    Plan.Construct known = constructs.get(construct);
    return known != null && "RACY".equals(known.guarantee());
  }

  static String kind(Plan.Trial trial) {
    return KernelJudge.name(trial.construct());
  }

  /** Returns what the benchmark counted beside its time. */
  Counted counted(Plan.Trial trial) {
    return new Counted(data.prices().get(trial.key()).counts());
  }

  /** Returns how many times as fast one trial is as the other, by the quartiles of their forks. */
  Ratio timesAsFast(Plan.Trial one, Plan.Trial other) {
    return spreads.ratio(other, one);
  }

  /** Returns a parameter as a number, or the given one if it is none. */
  static double number(Plan.Trial trial, String name, double otherwise) {
    String text = trial.params().getOrDefault(name, "");
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : otherwise;
  }
}
