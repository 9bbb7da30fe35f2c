/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Executors.Best;
import dev.lockstep.reports.report.Executors.Shares;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.Stacks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the best kind on the seeds' lists, and explains what stands between it and the bound. */
final class BestJudge {
  private static final String SPLIT = "FORK_JOIN_SPLIT";
  private static final double SAME = 0.02;

  private final RunData data;
  private final Observations run;
  private final int cores;
  private final Map<String, Sweep.Point> serial = new HashMap<>();

  private BestJudge(RunData data, Observations run, List<Sweep> sweeps) {
    this.data = data;
    this.run = run;
    this.cores = data.plan().cores();
    for (Sweep sweep : sweeps) {
      if (sweep.baseline() && !sweep.points().isEmpty()) {
        serial.put(sweep.workload(), sweep.points().get(0));
      }
    }
  }

  /** Returns per seed workload the best kind that maps whole tasks, and the one that splits. */
  static List<Best> judge(RunData data, Observations run, List<Sweep> sweeps) {
    BestJudge judge = new BestJudge(data, run, sweeps);
    List<Best> all = new ArrayList<>();
    List<String> workloads =
        sweeps.stream()
            .map(Sweep::workload)
            .filter(workload -> workload.endsWith(ExecutorsJudge.SEED))
            .distinct()
            .toList();
    for (String workload : workloads) {
      for (boolean split : new boolean[] {false, true}) {
        Best best = judge.best(workload, sweeps, split);
        if (best != null) {
          all.add(best);
        }
      }
    }
    return all;
  }

  private Best best(String workload, List<Sweep> sweeps, boolean split) {
    Sweep sweep = null;
    Sweep.Point best = null;
    Map<String, Sweep.Point> all = new LinkedHashMap<>();
    for (Sweep each : sweeps) {
      Sweep.Point point = AtCores.of(each, cores);
      boolean candidate =
          each.workload().equals(workload)
              && !each.baseline()
              && each.kind().equals(SPLIT) == split
              && point != null
              && (point.workers() == null || point.workers() == cores)
              && (split || point.boundEfficiency() != null);
      if (candidate) {
        all.put(each.kind(), point);
        sweep = best == null || point.speedup() > best.speedup() ? each : sweep;
        best = all.get(sweep.kind());
      }
    }
    if (best == null || cores < 2) {
      return null;
    }
    Stacks stacks = data.stacks().get(best.trial());
    Shares shares = stacks == null ? null : FlameShares.of(stacks);
    String flameWhy = shares != null ? null : why(stacks);
    double share = split ? best.speedup() / cores : best.boundEfficiency();
    // A profiler sees one process; each worker that was profiled stands under a frame of its own.
    Double own = best.cpuPerOp();
    boolean children = own != null && best.cost().cpu() != null && best.cost().cpu() > own;
    List<String> sentences = new ArrayList<>();
    List<String> alike = alike(all, sweep.kind());
    sentences.add(reach(workload, sweep, best, split, share, alike));
    String between = between(workload, best, split);
    if (between != null) {
      sentences.add(between);
    }
    sentences.add(
        shares == null ? "No reason from a flame graph: " + flameWhy + "." : told(shares));
    if (children && (stacks == null || !stacks.ofWorkers())) {
      sentences.add(
          "The flame graph is of the process that hands out the tasks; its worker processes, which"
              + " took %s of the CPU time, are not in it."
                  .formatted(Words.percent(1 - own / best.cost().cpu())));
    }
    return new Best(
        workload,
        sweep.kind(),
        sweep.construct(),
        alike,
        split,
        share,
        best,
        shares,
        flameWhy,
        between != null,
        sentences);
  }

  private static String why(Stacks stacks) {
    if (stacks == null) {
      return "no profile was recorded";
    }
    return stacks.fault() == null ? "it holds no samples" : "cpu.collapsed: " + stacks.fault();
  }

  /** Returns the kinds that intervals do not tell apart from the best. */
  private List<String> alike(Map<String, Sweep.Point> all, String best) {
    Measured fastest = run.get(all.get(best).trial());
    return all.keySet().stream()
        .filter(kind -> !kind.equals(best) && !run.get(all.get(kind).trial()).isSlowerThan(fastest))
        .toList();
  }

  private String reach(
      String workload,
      Sweep sweep,
      Sweep.Point point,
      boolean split,
      double share,
      List<String> alike) {
    String kind = Quoted.name(sweep.kind());
    return "%s%s on %s with %s is %s× as fast as SERIAL%s, %s of %s%s."
        .formatted(
            split ? "" : "Best executor: ",
            split ? kind + ", which may split a task," : kind,
            Quoted.name(workload),
            point.workers() == null
                ? cores + " cores"
                : point.workers() + " workers on " + cores + " cores",
            Words.figure(point.speedup()),
            point.interval() == null
                ? ""
                : " [%s, %s]"
                    .formatted(
                        Words.figure(point.interval().low()),
                        Words.figure(point.interval().high())),
            Words.percent(share),
            split
                ? "the cores"
                : "the makespan bound %s×".formatted(Words.figure(point.makespanBound())),
            alike.isEmpty()
                ? ""
                : "; not told apart from it: "
                    + String.join(", ", alike.stream().map(Quoted::name).toList()));
  }

  /**
   * Splits the time of all cores into the work itself, what more was computed, and what was idle.
   * Null where CPU time is not known.
   */
  private String between(String workload, Sweep.Point point, boolean split) {
    Sweep.Point base = serial.get(workload);
    Double used = point.cost().utilisation();
    Double inflation = point.cost().inflation();
    if (base == null || used == null || inflation == null || inflation == 0) {
      return null;
    }
    double work = used / inflation;
    String forced =
        split || point.makespanBound() == null
            ? ""
            : "; the best schedule of these tasks leaves %s idle"
                .formatted(Words.percent(1 - point.makespanBound() / cores));
    return "Of the time of the %s cores %s went into the work that SERIAL does, %s into CPU time beyond it, %s was idle%s."
        .formatted(
            cores,
            Words.percent(work),
            signed(used - work),
            Words.percent(Math.max(0, 1 - used)),
            forced);
  }

  /** A little less than none is noise; much less is worth seeing. */
  private static String signed(double share) {
    if (share >= 0) {
      return Words.percent(share);
    }
    return share > -SAME ? "none" : "−" + Words.percent(-share);
  }

  private static String told(Shares shares) {
    return ("Of %s samples of CPU time %s are in the kernel's loop, %s in the executor's machinery,"
            + " %s in the JVM (compilers, collector, runtime), %s in the operating system, %s in"
            + " the harness.")
        .formatted(
            Words.count(shares.samples()),
            Words.percent(shares.kernel()),
            Words.percent(shares.executor()),
            Words.percent(shares.jvm()),
            Words.percent(shares.system()),
            Words.percent(shares.harness()));
  }
}
