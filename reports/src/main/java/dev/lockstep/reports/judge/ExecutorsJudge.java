/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Executors.At;
import dev.lockstep.reports.report.Executors.Cold;
import dev.lockstep.reports.report.Executors.Kind;
import dev.lockstep.reports.report.Executors.Setting;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Derives from the sweep, and from the trials beside it, what a reader chooses an executor by. */
final class ExecutorsJudge {
  static final String SEED = "_SEED";

  private final RunData data;
  private final Spreads spreads;
  private final List<Price> all;
  private final List<Sweep> sweeps;
  private final int cores;
  private final Map<String, Price> prices = new HashMap<>();
  private final Map<String, Plan.Trial> planned = new HashMap<>();

  private ExecutorsJudge(RunData data, List<Price> prices, List<Sweep> sweeps) {
    this.data = data;
    this.spreads = new Spreads(data);
    this.all = prices;
    this.sweeps = sweeps;
    this.cores = data.plan().cores();
    prices.forEach(price -> this.prices.put(price.trial(), price));
    data.plan().trials().forEach(trial -> planned.put(trial.id(), trial));
  }

  static Executors judge(RunData data, List<Price> prices, List<Sweep> sweeps) {
    ExecutorsJudge judge = new ExecutorsJudge(data, prices, sweeps);
    return new Executors(
        data.plan().cores(),
        judge.kinds(),
        BestJudge.judge(data, new RoleTrials(data, prices), sweeps),
        judge.settings(
            trial -> trial.lock() != null && !trial.lock().equals("NONE"),
            trial -> trial.lock() == null ? "NONE" : trial.lock()),
        judge.settings(
            trial -> trial.chunk() != null && trial.chunk() > 1,
            trial -> String.valueOf(trial.chunk() == null ? 1 : trial.chunk())),
        judge.starts());
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

  /** The points under a setting, each group preceded by the same without it. */
  private List<Setting> settings(
      Predicate<Plan.Trial> under, Function<Plan.Trial, String> setting) {
    Map<Plan.Trial, Sweep.Point> points = SweepJudge.points(data, all, trial -> true);
    Set<Setting> settings = new LinkedHashSet<>();
    Set<List<Object>> groups = new LinkedHashSet<>();
    points.keySet().stream().filter(under).forEach(trial -> groups.add(group(trial)));
    for (List<Object> group : groups) {
      points.forEach(
          (trial, point) -> {
            boolean alone = trial.plain() || (under.test(trial) && single(trial));
            if (alone && group(trial).equals(group)) {
              settings.add(setting(trial, setting.apply(trial), point));
            }
          });
    }
    return List.copyOf(settings);
  }

  /** Whether no more than one of lock and chunk is set. */
  private static boolean single(Plan.Trial trial) {
    boolean locked = trial.lock() != null && !trial.lock().equals("NONE");
    return !locked || trial.chunk() == null || trial.chunk() == 1;
  }

  private static Setting setting(Plan.Trial trial, String setting, Sweep.Point point) {
    String kind = KernelJudge.name(trial.construct());
    return new Setting(trial.workload(), kind, trial.construct(), setting, point);
  }

  private static List<Object> group(Plan.Trial trial) {
    return List.of(
        trial.workload(), trial.construct(), Objects.requireNonNullElse(trial.workers(), 0));
  }

  private List<Figure> starts() {
    List<Figure> starts = new ArrayList<>();
    for (Plan.Trial trial : data.plan().trials()) {
      Figure figure = trial.is("START") ? Figures.of(prices.get(trial.id()), label(trial)) : null;
      if (figure != null) {
        starts.add(figure);
      }
    }
    return starts;
  }
}
