/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The measured trials of a role, with their figures, counts and constructs. */
final class RoleTrials {
  private final RunData data;
  private final Spreads spreads;
  private final Map<String, Price> prices = new HashMap<>();
  private final Map<String, Plan.Trial> planned = new HashMap<>();
  private final Map<String, Plan.Construct> constructs = new HashMap<>();

  RoleTrials(RunData data, List<Price> prices) {
    this.data = data;
    this.spreads = new Spreads(data);
    prices.forEach(price -> this.prices.put(price.trial(), price));
    data.plan().trials().forEach(trial -> planned.put(trial.id(), trial));
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

  /** Returns the trials of sweeps that gave a time, whatever their locks and chunks. */
  List<Plan.Trial> sweeps() {
    return data.plan().trials().stream()
        .filter(trial -> trial.sweep() && trial.construct() != null && time(trial) != null)
        .toList();
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

  Counted counted(String id) {
    return counted(planned.get(id));
  }

  /** Returns what each shot of each fork lost. */
  List<List<Double>> lost(String id) {
    return data.prices().get(planned.get(id).key()).lost();
  }

  /** Returns the fastest, and after it those that intervals do not tell apart from it. */
  List<Plan.Trial> fastest(List<Plan.Trial> some) {
    Plan.Trial best =
        Collections.min(some, Comparator.comparingDouble(trial -> spreads.quartile(trial).log()));
    List<Plan.Trial> fastest = new ArrayList<>(List.of(best));
    for (Plan.Trial trial : some) {
      if (!trial.equals(best) && !isSlower(trial.id(), best.id())) {
        fastest.add(trial);
      }
    }
    return fastest;
  }

  /** Returns whether the interval of their ratio shows that one takes longer than the other. */
  boolean isSlower(String one, String other) {
    Interval interval = times(one, other).interval();
    return interval != null && interval.low() > 1;
  }

  /** Returns the mean time of a trial in nanoseconds. */
  Estimate mean(String id) {
    return spreads.mean(planned.get(id));
  }

  /** Returns the time of one trial by that of another, by the quartiles of their forks. */
  Estimate times(Plan.Trial slow, Plan.Trial fast) {
    return spreads.quartile(slow).over(spreads.quartile(fast));
  }

  Estimate times(String slow, String fast) {
    return times(planned.get(slow), planned.get(fast));
  }

  /** Returns how many times as fast one trial is as the other. */
  Ratio timesAsFast(Plan.Trial one, Plan.Trial other) {
    return times(other, one).ratio();
  }

  /** Returns the speed-up of a trial over its baseline, or null if either is not there. */
  Estimate speedup(Plan.Trial trial) {
    Plan.Trial base = planned.get(trial.baseline());
    if (base == null || base.equals(trial) || time(base) == null) {
      return null;
    }
    boolean rate = trial.mode().equals("thrpt");
    Estimate speedup = rate ? times(trial, base) : times(base, trial);
    return Double.isFinite(speedup.log()) ? speedup : null;
  }

  /** Returns a parameter as a number, or the given one if it is none. */
  static double number(Plan.Trial trial, String name, double otherwise) {
    String text = trial.params().getOrDefault(name, "");
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : otherwise;
  }
}
