/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Executors.At;
import dev.lockstep.reports.report.Executors.Cold;
import dev.lockstep.reports.report.Executors.Kind;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Derives from the sweep, and from the trials beside it, what a reader chooses an executor by. */
final class ExecutorsJudge {
  static final String SEED = "_SEED";

  private final RunData data;
  private final Spreads spreads;
  private final List<Sweep> sweeps;
  private final int cores;
  private final Map<String, Price> prices = new HashMap<>();
  private final Map<String, Plan.Trial> planned = new HashMap<>();

  private ExecutorsJudge(RunData data, List<Price> prices, List<Sweep> sweeps) {
    this.data = data;
    this.spreads = new Spreads(data);
    this.sweeps = sweeps;
    this.cores = data.plan().cores();
    prices.forEach(price -> this.prices.put(price.trial(), price));
    data.plan().trials().forEach(trial -> planned.put(trial.id(), trial));
  }

  static Executors judge(RunData data, Observations run, List<Price> prices, List<Sweep> sweeps) {
    ExecutorsJudge judge = new ExecutorsJudge(data, prices, sweeps);
    return new Executors(data.plan().cores(), judge.kinds(), BestJudge.judge(data, run, sweeps));
  }

  private List<Kind> kinds() {
    Map<String, List<Sweep>> byKind = new LinkedHashMap<>();
    for (Sweep sweep : sweeps) {
      byKind.computeIfAbsent(sweep.construct(), construct -> new ArrayList<>()).add(sweep);
    }
    Map<String, Plan.Construct> constructs = new HashMap<>();
    data.plan().constructs().forEach(each -> constructs.put(each.id(), each));
    GrainJudge grains = new GrainJudge(data);
    List<Kind> kinds = new ArrayList<>();
    byKind.forEach(
        (construct, mine) -> {
          Plan.Construct named = constructs.get(construct);
          String kind = mine.get(0).kind();
          kinds.add(
              new Kind(
                  construct,
                  kind,
                  named == null ? kind : named.label(),
                  named == null ? null : named.workers(),
                  mine.stream().allMatch(Sweep::baseline),
                  atCores(mine),
                  grains.grain(mine),
                  figures("OPEN", construct),
                  figures("ROUND_TRIP", construct),
                  cold(construct)));
        });
    return kinds;
  }

  private List<At> atCores(List<Sweep> mine) {
    List<At> points = new ArrayList<>();
    for (Sweep sweep : mine) {
      Sweep.Point point = AtCores.of(sweep, cores);
      if (sweep.workload().endsWith(SEED) && point != null) {
        points.add(new At(sweep.workload(), point));
      }
    }
    return points;
  }

  /** Of trials that differ only in the workers the one at the cores, else the most below. */
  private List<Figure> figures(String role, String construct) {
    Map<String, Plan.Trial> chosen = new LinkedHashMap<>();
    for (Plan.Trial trial : data.plan().trials()) {
      if (trial.is(role) && construct.equals(trial.construct()) && measured(trial)) {
        chosen.merge(label(trial), trial, this::nearer);
      }
    }
    List<Figure> figures = new ArrayList<>();
    chosen.forEach((label, trial) -> figures.add(Figures.of(prices.get(trial.id()), label)));
    return figures;
  }

  private boolean measured(Plan.Trial trial) {
    return prices.get(trial.id()).measured();
  }

  private Plan.Trial nearer(Plan.Trial one, Plan.Trial other) {
    return distance(other) < distance(one) ? other : one;
  }

  private int distance(Plan.Trial trial) {
    int workers = trial.workers() == null ? cores : trial.workers();
    return workers > cores ? workers : cores - workers;
  }

  /** The parameters that are neither the kind nor the workers, which a row tells already. */
  private static String label(Plan.Trial trial) {
    Map<String, String> rest = new TreeMap<>(trial.params());
    rest.remove("kind");
    rest.remove("workers");
    return String.join(", ", rest.values());
  }

  private List<Cold> cold(String construct) {
    Map<String, Plan.Trial> chosen = new LinkedHashMap<>();
    for (Plan.Trial trial : data.plan().trials()) {
      if (trial.is("COLD")
          && construct.equals(trial.construct())
          && trial.workload() != null
          && measured(trial)) {
        chosen.merge(trial.workload(), trial, this::nearer);
      }
    }
    List<Cold> colds = new ArrayList<>();
    chosen.forEach(
        (workload, trial) -> {
          Plan.Trial warm = planned.get(trial.warm());
          Figure warmFigure = warm == null ? null : Figures.of(prices.get(warm.id()), "");
          Ratio ratio =
              warmFigure == null || !warmFigure.unit().equals(prices.get(trial.id()).unit())
                  ? null
                  : ForkStatistics.ratio(
                      logs(trial), spreads.ofMeans(trial), logs(warm), spreads.ofMeans(warm));
          Figure cold = Figures.of(prices.get(trial.id()), "");
          colds.add(new Cold(workload, trial.workers(), cold, warmFigure, ratio, trial.id()));
        });
    return colds;
  }

  private double[] logs(Plan.Trial trial) {
    return ForkStatistics.logMeans(data.prices().get(trial.key()).raw());
  }
}
