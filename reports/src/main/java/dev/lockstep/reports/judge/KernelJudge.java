/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Kernels;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares the kernels with the plain Java loop, and with the machine's divider. */
final class KernelJudge {
  static final String LOOP = "LOOP";

  /** Kinds with another algorithm; every other kind tries every number. */
  static final Set<String> SHORTER = Set.of("ROOT", "EUCLID", "SQRT");

  private final RunData data;
  private final Spreads spreads;
  private final Map<String, Price> prices = new HashMap<>();
  private final Map<String, Plan.Construct> constructs = new HashMap<>();

  private KernelJudge(RunData data, List<Price> prices) {
    this.data = data;
    this.spreads = new Spreads(data);
    prices.forEach(price -> this.prices.put(price.trial(), price));
    data.plan().constructs().forEach(each -> constructs.put(each.id(), each));
  }

  /** Returns the kernels, without rows if no trial of one is planned. */
  static Kernels judge(RunData data, List<Price> prices) {
    KernelJudge judge = new KernelJudge(data, prices);
    Set<String> functions = new LinkedHashSet<>();
    Map<String, Map<String, Plan.Trial>> runs = new LinkedHashMap<>();
    Map<String, Plan.Trial> calls = new HashMap<>();
    for (Plan.Trial trial : data.plan().trials()) {
      if (trial.is("KERNEL") && trial.construct() != null) {
        String function = trial.params().getOrDefault("function", "");
        functions.add(function);
        runs.computeIfAbsent(trial.construct(), construct -> new LinkedHashMap<>())
            .put(function, trial);
      } else if (trial.is("CALL") && trial.construct() != null) {
        calls.putIfAbsent(trial.construct(), trial);
      }
    }
    List<Kernels.Row> rows = new ArrayList<>();
    runs.forEach(
        (construct, trials) ->
            rows.add(judge.row(construct, trials, functions, runs, calls.get(construct))));
    List<String> names = List.copyOf(functions);
    return new Kernels(names, rows, KernelFindings.of(names, rows));
  }

  private Kernels.Row row(
      String construct,
      Map<String, Plan.Trial> trials,
      Set<String> functions,
      Map<String, Map<String, Plan.Trial>> runs,
      Plan.Trial call) {
    String kind = name(construct);
    List<Kernels.Time> times = new ArrayList<>();
    for (String function : functions) {
      Plan.Trial trial = trials.get(function);
      Plan.Trial loop = runs.getOrDefault("kernel:" + LOOP, Map.of()).get(function);
      times.add(trial == null ? null : time(function, trial, loop, kind));
    }
    Plan.Construct planned = constructs.get(construct);
    return new Kernels.Row(
        construct,
        kind,
        planned == null ? kind : planned.label(),
        !SHORTER.contains(kind),
        times,
        call == null ? null : figure(call));
  }

  private Kernels.Time time(String function, Plan.Trial trial, Plan.Trial loop, String kind) {
    Figure time = figure(trial);
    if (time == null) {
      return null;
    }
    Ratio ratio = null;
    if (loop != null && figure(loop) != null) {
      ratio = kind.equals(LOOP) ? new Ratio(1, null) : spreads.ratio(loop, trial);
    }
    return new Kernels.Time(
        function, time, ratio, SHORTER.contains(kind) ? null : ofDivider(function, trial));
  }

  /**
   * Returns the share of the divider's throughput that a kernel reaches: the time of nothing but
   * the divisions by its own, or null if that was not measured. By the lower quartiles, since a
   * neighbour who takes the CPU makes either slower and none faster.
   */
  private Double ofDivider(String function, Plan.Trial kernel) {
    for (Plan.Trial trial : data.plan().trials()) {
      if (trial.is("DIVIDER")
          && function.equals(trial.params().get("function"))
          && figure(trial) != null) {
        return spreads.ratio(trial, kernel).value();
      }
    }
    return null;
  }

  private Figure figure(Plan.Trial trial) {
    return Figures.of(prices.get(trial.id()), "");
  }

  static String name(String construct) {
    return construct.substring(construct.indexOf(':') + 1);
  }
}
