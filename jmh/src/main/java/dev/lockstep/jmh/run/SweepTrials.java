/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.core.process.Archive;
import dev.lockstep.jmh.executor.ColdSweep;
import dev.lockstep.jmh.executor.ExecutorSweep;
import dev.lockstep.jmh.executor.PoolCost;
import dev.lockstep.jmh.executor.RawLoop;
import dev.lockstep.jmh.executor.RoundTrip;
import dev.lockstep.jmh.executor.WorkerStart;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The trials of the executors: the sweep, and what a sweep of warm executors does not show. */
final class SweepTrials {

  private final SweepPlan plan;
  private final int forks;
  private final int cores;
  private final List<Trial> trials = new ArrayList<>();
  private final Map<Workload, Map<Integer, Double>> bounds = new EnumMap<>(Workload.class);

  private SweepTrials(SweepPlan plan, int forks, int cores) {
    this.plan = plan;
    this.forks = forks;
    this.cores = cores;
  }

  /** What is measured. */
  static List<Trial> of(SweepPlan plan, int forks, int cores) {
    SweepTrials all = new SweepTrials(plan, forks, cores);
    all.sweep();
    for (ExecutorKind kind : plan.beside()) {
      all.cold(kind);
    }
    for (ExecutorKind kind : plan.beside()) {
      all.beside(kind);
    }
    if (plan.starts()) {
      all.starts();
    }
    return List.copyOf(all.trials);
  }

  /** Which kinds the plan leaves to longer ones. */
  static List<Planned.NotRun> notRun(List<Trial> planned) {
    Set<String> kinds =
        planned.stream().map(trial -> trial.construct().id()).collect(Collectors.toSet());
    List<Planned.NotRun> left = new ArrayList<>();
    for (ExecutorKind kind : ExecutorKind.values()) {
      if (!kinds.contains(kind.id())) {
        left.add(
            Trial.of(ExecutorSweep.class, "map", kind)
                .with("kind", kind.name())
                .notRun("PLAN", Trial.FROM_NIGHTLY));
      }
    }
    return left;
  }

  /** The baselines come first of their lists: SERIAL is the first kind. */
  private void sweep() {
    for (Point point : Point.all(PricePlan.counts(plan.workers(), cores))) {
      if (plan.has(point, cores)) {
        if (point.isBaseline()) {
          trials.add(raw(point));
        }
        trials.add(trial(point));
      }
    }
  }

  private Trial trial(Point point) {
    return named(point)
        .timed("avgt", "ms/op", forks, plan.series(point.workload()))
        .as(Trial.Role.SWEEP)
        .at(place(point, null));
  }

  /** The same without an executor, in the plan wherever the baseline is. */
  private Trial raw(Point baseline) {
    return Trial.of(RawLoop.class, "run", baseline.kind())
        .with("workload", baseline.workload().name())
        .timed("avgt", "ms/op", forks, plan.series(baseline.workload()))
        .as(Trial.Role.RAW)
        .at(place(baseline, null));
  }

  private static Trial named(Point point) {
    return Trial.of(ExecutorSweep.class, "map", point.kind())
        .with("kind", point.kind().name())
        .with("workers", String.valueOf(point.workers()))
        .with("workload", point.workload().name())
        .with("lock", point.lock().name())
        .with("chunk", String.valueOf(point.chunk()));
  }

  private Trial.Sweep place(Point point, String warm) {
    Workload workload = point.workload();
    Point baseline = new Point(ExecutorKind.SERIAL, workload, 1, GlobalLock.NONE, 1);
    return new Trial.Sweep(
        workload.name(),
        workers(point),
        bound(point),
        named(baseline).id(),
        point.lock().name(),
        point.chunk(),
        workload.tasks().size(),
        workload.cost(),
        warm);
  }

  /** Null for a kind that has no number of workers. */
  private static Integer workers(Point point) {
    return switch (point.kind().workers()) {
      case POOL, CARRIERS, COMMON_POOL, IN_FLIGHT -> point.workers();
      case SINGLE -> 1;
      case NONE -> point.kind() == ExecutorKind.SERIAL ? (Integer) 1 : null;
    };
  }

  /** What these tasks allow; who divides them is bound by its workers alone. */
  private double bound(Point point) {
    Integer workers = workers(point);
    if (point.kind() == ExecutorKind.FORK_JOIN_SPLIT && point.workload().serialCost() == 0) {
      return workers;
    }
    int tasks = point.workload().tasks().size();
    if (point.kind() == ExecutorKind.BOUNDED_CALLER_RUNS && tasks > 3 * workers) {
      return bound(point.workload(), workers + 1); // when the queue is full the caller works, too
    }
    return bound(point.workload(), workers == null ? tasks : workers);
  }

  /** Asked once for each: the finest list has a hundred thousand tasks. */
  private double bound(Workload workload, int workers) {
    return bounds
        .computeIfAbsent(workload, each -> new HashMap<>())
        .computeIfAbsent(workers, workload::makespanBound);
  }

  private void cold(ExecutorKind kind) {
    Set<String> warm = trials.stream().map(Trial::id).collect(Collectors.toSet());
    for (Workload workload : plan.cold()) {
      Point point = new Point(kind, workload, workers(kind), GlobalLock.NONE, 1);
      String twin = named(point).id();
      if (warm.contains(twin)) {
        trials.add(
            Trial.of(ColdSweep.class, "map", kind)
                .with("kind", kind.name())
                .with("workers", String.valueOf(point.workers()))
                .with("workload", workload.name())
                .timed("ss", "ms/op", plan.coldForks(), new Series(0, 1, 0))
                .as(Trial.Role.COLD)
                .at(place(point, twin)));
      }
    }
  }

  private void beside(ExecutorKind kind) {
    if (plan.starts()) {
      trials.add(
          Trial.of(PoolCost.class, "open", kind)
              .with("kind", kind.name())
              .with("workers", String.valueOf(workers(kind)))
              .timed("avgt", "us/op", forks, plan.trips())
              .as(Trial.Role.OPEN));
    }
    trials.add(
        Trial.of(RoundTrip.class, "map", kind)
            .with("kind", kind.name())
            .with("workers", "1")
            .timed("avgt", "us/op", forks, plan.trips())
            .as(Trial.Role.ROUND_TRIP));
  }

  private void starts() {
    for (Archive archive : Archive.values()) {
      trials.add(
          Trial.of(WorkerStart.class, "start", ExecutorKind.PROCESS_POOL)
              .with("archive", archive.name())
              .timed("ss", "ms/op", forks, new Series(1, plan.shots(), 0))
              .as(Trial.Role.START));
    }
  }

  /** As many as cores, or 1 for a kind that takes no count. */
  private int workers(ExecutorKind kind) {
    return Point.takesCount(kind) ? cores : 1;
  }
}
