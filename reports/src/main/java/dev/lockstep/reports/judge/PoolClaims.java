/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is claimed of pools of threads and of processes, with and without a global lock. */
final class PoolClaims {
  private static final String THREADS = "FIXED";
  private static final String PROCESSES = "PROCESS_POOL";
  private static final Set<String> ONE_AT_A_TIME = Set.of("PER_TASK", "FAIR_SLICE");

  /** A speed-up below this is none: what is left of it lies outside the lock. */
  private static final double NONE = 1.1;

  private static final double CLOSE_TO_BOUND = 0.8;
  private static final String ONE_CORE = "one core cannot show a speed-up";

  private final int cores;
  private final Executors executors;

  private PoolClaims(int cores, Executors executors) {
    this.cores = cores;
    this.executors = executors;
  }

  static List<Claim> decide(
      int cores, List<Proof> proofs, List<Price> prices, List<Sweep> sweeps, Executors executors) {
    PoolClaims claims = new PoolClaims(cores, executors);
    return List.of(
        claims.noSpeedupUnderLock(),
        claims.slowerUnderLock(),
        claims.processes(sweeps),
        claims.processesUnderLock(),
        swap(proofs, prices),
        claims.threadsCost());
  }

  private List<Executors.Setting> under(String kind, Set<String> locks) {
    return executors.locks().stream()
        .filter(each -> each.kind().equals(kind) && locks.contains(each.setting()))
        .filter(each -> several(each.point()))
        .toList();
  }

  private boolean several(Sweep.Point point) {
    return point.workers() != null && point.workers() > 1 && point.workers() <= cores;
  }

  private Claim noSpeedupUnderLock() {
    List<Executors.Setting> points = under(THREADS, ONE_AT_A_TIME);
    boolean none = points.stream().allMatch(each -> each.point().speedup() < NONE);
    boolean close = points.stream().allMatch(PoolClaims::close);
    return claim(
        "no-speedup-locked",
        "threads do not speed up CPU work under one global lock",
        "0.628 s → 0.682 s (0.92×)",
        points,
        none ? "HOLDS" : close ? "REFUTED" : "UNDECIDED",
        "holds if no speed-up of FIXED under an emulated lock reaches 1.1; refuted if all reach 0.8"
            + " of the bound",
        "no trial of FIXED under an emulated lock with 2 workers up to the cores was measured");
  }

  private static boolean close(Executors.Setting each) {
    Double share = each.point().boundEfficiency();
    return share != null && share >= CLOSE_TO_BOUND;
  }

  private Claim slowerUnderLock() {
    List<Executors.Setting> points = under(THREADS, Set.of("FAIR_SLICE"));
    return claim(
        "slower-locked",
        "threads that take turns at one lock are slower than serial",
        "+8.6 %, +9.8 %, +1.7 %",
        points,
        byInterval(points.stream().map(Executors.Setting::point).toList(), false),
        "decided by the 95 % interval of the speed-up of FIXED with FAIR_SLICE: all below 1 holds,"
            + " all above 1 refutes",
        "no trial of FIXED with FAIR_SLICE with 2 workers up to the cores was measured");
  }

  private Claim processes(List<Sweep> sweeps) {
    List<Executors.Setting> points = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      Sweep.Point point = AtCores.of(sweep, cores);
      boolean seed = sweep.workload().endsWith(ExecutorsJudge.SEED);
      if (seed && sweep.kind().equals(PROCESSES) && point != null && several(point)) {
        points.add(
            new Executors.Setting(
                sweep.workload(), sweep.kind(), sweep.construct(), "warm", point));
        for (Sweep other : sweeps) {
          Sweep.Point same = AtCores.of(other, cores);
          if (other.kind().equals(THREADS)
              && other.workload().equals(sweep.workload())
              && same != null) {
            points.add(
                new Executors.Setting(
                    other.workload(), other.kind(), other.construct(), "for comparison", same));
          }
        }
      }
    }
    List<Sweep.Point> decisive =
        points.stream()
            .filter(each -> each.kind().equals(PROCESSES))
            .map(Executors.Setting::point)
            .toList();
    return claim(
        "processes-speedup",
        "processes do speed up CPU work",
        "3.32× (one per core), 1.51× (2)",
        points,
        byInterval(decisive, true),
        "decided by the 95 % interval of the warm speed-up of PROCESS_POOL at workers = cores: all"
            + " above 1 holds, all below 1 refutes; FIXED beside it shows whether threads do less",
        "no warm trial of PROCESS_POOL with 2 workers up to the cores was measured");
  }

  /** Returns HOLDS if all intervals lie on the wanted side of 1, REFUTED if all on the other. */
  private static String byInterval(List<Sweep.Point> points, boolean above) {
    boolean faster = true;
    boolean slower = true;
    for (Sweep.Point point : points) {
      Interval interval = point.interval();
      faster &= interval != null && interval.low() > 1;
      slower &= interval != null && interval.high() < 1;
    }
    boolean holds = above ? faster : slower;
    boolean refuted = above ? slower : faster;
    return holds ? "HOLDS" : refuted ? "REFUTED" : "UNDECIDED";
  }

  private Claim processesUnderLock() {
    List<Executors.Setting> processes = under(PROCESSES, ONE_AT_A_TIME);
    List<Executors.Setting> threads = under(THREADS, ONE_AT_A_TIME);
    List<Executors.Setting> points = new ArrayList<>(threads);
    points.addAll(processes);
    boolean both = !processes.isEmpty() && !threads.isEmpty();
    boolean escape = processes.stream().allMatch(PoolClaims::close);
    boolean caught = processes.stream().allMatch(each -> each.point().speedup() < NONE);
    boolean held = threads.stream().allMatch(each -> each.point().speedup() < NONE);
    return claim(
        "processes-escape-lock",
        "under a global lock threads are no faster, processes are",
        "threads 0.91×, processes 3.32×",
        both ? points : List.of(),
        escape && held ? "HOLDS" : caught || !held ? "REFUTED" : "UNDECIDED",
        "holds if under the same emulated lock no speed-up of FIXED reaches 1.1 and every one of"
            + " PROCESS_POOL 0.8 of the bound",
        "FIXED and PROCESS_POOL were not both measured under an emulated lock with 2 workers up to"
            + " the cores");
  }

  private Claim claim(
      String id,
      String text,
      String seed,
      List<Executors.Setting> points,
      String verdict,
      String rule,
      String noData) {
    List<String> evidence = new ArrayList<>();
    Map<String, double[]> ranges = new LinkedHashMap<>();
    for (Executors.Setting each : points) {
      Interval interval = each.point().interval();
      String figure = Words.figure(each.point().speedup()) + "×";
      double speedup = each.point().speedup();
      double[] range = ranges.computeIfAbsent(each.kind(), kind -> new double[] {speedup, speedup});
      range[0] = Math.min(range[0], speedup);
      range[1] = Math.max(range[1], speedup);
      evidence.add(
          "%s %s on %s, %s workers: %s%s"
              .formatted(
                  Quoted.name(each.kind()),
                  each.setting(),
                  Quoted.name(each.workload()),
                  each.point().workers(),
                  figure,
                  interval == null
                      ? ""
                      : " [%s, %s]"
                          .formatted(Words.figure(interval.low()), Words.figure(interval.high()))));
    }
    List<String> figures = new ArrayList<>();
    ranges.forEach((kind, range) -> figures.add(Quoted.name(kind) + " " + range(range)));
    boolean any = !points.isEmpty();
    return new Claim(
        id,
        text,
        seed,
        any ? String.join(", ", figures) : "–",
        any ? verdict : "UNDECIDED",
        any ? rule : cores < 2 ? ONE_CORE : noData,
        evidence,
        points.stream().map(each -> each.point().trial()).distinct().toList());
  }

  private static String range(double[] range) {
    String low = Words.figure(range[0]);
    String high = Words.figure(range[1]);
    return low.equals(high) ? low + "×" : low + "–" + high + "×";
  }

  private static Claim swap(List<Proof> proofs, List<Price> prices) {
    int all = 0;
    int proven = 0;
    boolean broken = false;
    for (Proof proof : proofs) {
      if (("executor:" + PROCESSES).equals(proof.construct()) && proof.planned()) {
        all++;
        proven += proof.status() == Status.PROVEN ? 1 : 0;
        broken |= proof.status() == Status.BROKEN;
      }
    }
    List<String> right = new ArrayList<>();
    boolean wrong = false;
    for (Price price : prices) {
      if (("executor:" + PROCESSES).equals(price.construct()) && price.workload() != null) {
        wrong |= price.notes().stream().anyMatch(note -> note.startsWith("WRONG_RESULT"));
        if (price.measured()) {
          right.add(price.trial());
        }
      }
    }
    String verdict = "UNDECIDED";
    if (broken || wrong) {
      verdict = "REFUTED";
    } else if (all > 0 && proven == all && !right.isEmpty()) {
      verdict = "HOLDS";
    }
    return new Claim(
        "one-line-swap",
        "a pool of processes takes the place of a pool of threads by changing one line",
        "ThreadPoolExecutor → ProcessPoolExecutor",
        right.isEmpty() ? "–" : right.size() + " trials gave the right answers",
        verdict,
        "holds, with registered tasks, if each proof of PROCESS_POOL is proven and every one of its"
            + " trials on the workloads of the other kinds gave the oracle's answers",
        List.of("%s of %s proofs of PROCESS_POOL proven".formatted(proven, all)),
        right);
  }

  private Claim threadsCost() {
    Figure fresh = roundTrip("THREAD_PER_TASK");
    Figure pooled = roundTrip(THREADS);
    String verdict = "UNDECIDED";
    String here = "–";
    List<String> evidence = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    String why = "no round trips of both THREAD_PER_TASK and FIXED were measured";
    if (fresh != null && pooled != null) {
      here =
          "%s µs a task, pooled %s µs"
              .formatted(Words.figure(fresh.nanos() / 1e3), Words.figure(pooled.nanos() / 1e3));
      why =
          "decided by the 95 % intervals of one trivial task: a new thread for it or a waiting one";
      for (Figure each : List.of(fresh, pooled)) {
        trials.add(each.trial());
        evidence.add(Quoted.name(each.trial()) + ": " + Words.figure(each.nanos() / 1e3) + " µs");
      }
      if (fresh.interval() != null && pooled.interval() != null) {
        boolean apart = !fresh.interval().overlaps(pooled.interval());
        verdict = !apart ? "UNDECIDED" : fresh.nanos() > pooled.nanos() ? "HOLDS" : "REFUTED";
      }
    }
    return new Claim(
        "threads-cost",
        "creating threads has a cost",
        "0.693 s → 0.761 s",
        here,
        verdict,
        why,
        evidence,
        trials);
  }

  private Figure roundTrip(String kind) {
    for (Executors.Kind each : executors.kinds()) {
      if (each.kind().equals(kind) && !each.roundTrips().isEmpty()) {
        return each.roundTrips().get(0);
      }
    }
    return null;
  }
}
