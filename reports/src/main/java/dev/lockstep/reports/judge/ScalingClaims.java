/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is claimed of threads and work that needs only the CPU, decided on the pool FIXED. */
final class ScalingClaims {
  private static final String KIND = "FIXED";
  private static final int MOST_WORKERS = 4;
  private static final double CLOSE_TO_BOUND = 0.8;

  private ScalingClaims() {}

  static Claim noSpeedup(int cores, List<Sweep> sweeps) {
    List<Sweep.Point> points = new ArrayList<>();
    List<String> evidence = chosen(cores, sweeps, points);
    String verdict = "UNDECIDED";
    String why = noData(cores, points);
    if (why == null) {
      boolean close = true;
      boolean none = true;
      for (Sweep.Point point : points) {
        close &= point.boundEfficiency() != null && point.boundEfficiency() >= CLOSE_TO_BOUND;
        none &= point.interval() != null && point.interval().low() <= 1;
      }
      verdict = none ? "HOLDS" : close ? "REFUTED" : "UNDECIDED";
      why =
          "refuted if the speed-up is at least 0.8 of what the tasks allow on every workload; "
              + "holds if no workload is shown to be faster than serial";
    }
    return new Claim(
        "no-speedup",
        "threads do not speed up CPU work",
        "0.628 s \u2192 0.682 s (0.92×)",
        here(points),
        verdict,
        why,
        evidence,
        trials(points));
  }

  static Claim slowerThanSerial(int cores, List<Sweep> sweeps) {
    List<Sweep.Point> points = new ArrayList<>();
    List<String> evidence = chosen(cores, sweeps, points);
    String verdict = "UNDECIDED";
    String why = noData(cores, points);
    if (why == null) {
      boolean slower = true;
      boolean faster = true;
      for (Sweep.Point point : points) {
        slower &= point.interval() != null && point.interval().high() < 1;
        faster &= point.interval() != null && point.interval().low() > 1;
      }
      verdict = slower ? "HOLDS" : faster ? "REFUTED" : "UNDECIDED";
      why = "decided by the 95 % interval of the speed-up: all below 1 holds, all above 1 refutes";
    }
    return new Claim(
        "slower-than-serial",
        "threads are slower than serial",
        "+8.6 %, +9.8 %",
        here(points),
        verdict,
        why,
        evidence,
        trials(points));
  }

  static Claim coresAreRight(int cores, List<Sweep> sweeps, List<Price> prices) {
    Map<String, Price> byTrial = new HashMap<>();
    prices.forEach(price -> byTrial.put(price.trial(), price));
    List<String> evidence = new ArrayList<>();
    List<String> fastest = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    boolean decided = true;
    boolean right = true;
    for (Sweep sweep : sweeps) {
      if (!sweep.kind().equals(KIND) || !seed(sweep) || sweep.points().size() < 2) {
        continue;
      }
      Sweep.Point best = null;
      Sweep.Point atCores = null;
      for (Sweep.Point point : sweep.points()) {
        if (point.workers() != null) {
          best = best == null || point.speedup() > best.speedup() ? point : best;
          atCores = point.workers() == cores ? point : atCores;
        }
      }
      if (best == null || atCores == null) {
        decided = false;
        continue;
      }
      trials.add(best.trial());
      if (!best.equals(atCores)) {
        trials.add(atCores.trial());
      }
      Price bestPrice = byTrial.get(best.trial());
      Price coresPrice = byTrial.get(atCores.trial());
      boolean same = best.workers() == cores;
      if (!same) {
        if (bestPrice.interval() == null || coresPrice.interval() == null) {
          decided = false;
        } else {
          same = bestPrice.interval().overlaps(coresPrice.interval());
        }
      }
      right &= same;
      fastest.add(best.workers().toString());
      evidence.add(
          "%s on %s: fastest at %s workers (%s %s), at %s cores %s %s"
              .formatted(
                  KIND,
                  Quoted.name(sweep.workload()),
                  best.workers(),
                  Words.figure(best.score()),
                  best.unit(),
                  cores,
                  Words.figure(atCores.score()),
                  atCores.unit()));
    }
    boolean any = !evidence.isEmpty();
    String verdict = "UNDECIDED";
    if (any && right && decided) {
      verdict = "HOLDS";
    } else if (any && decided) {
      verdict = "REFUTED";
    }
    return new Claim(
        "workers-equal-cores",
        "max_workers = number of cores is right for CPU work",
        "a rule of thumb",
        any
            ? "fastest at %s workers on %s cores".formatted(String.join(" and ", fastest), cores)
            : "–",
        verdict,
        any && decided
            ? "holds if the fastest worker count is the cores, or its interval overlaps theirs"
            : "no sweep of FIXED over several worker counts that include the cores",
        evidence,
        trials);
  }

  /** Picks per workload the point of FIXED at min(4, cores), or the nearest below. */
  private static List<String> chosen(int cores, List<Sweep> sweeps, List<Sweep.Point> points) {
    List<String> evidence = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      if (sweep.kind().equals(KIND) && seed(sweep)) {
        Sweep.Point best = null;
        for (Sweep.Point point : sweep.points()) {
          Integer w = point.workers();
          if (w != null && w > 1 && w <= Math.min(MOST_WORKERS, cores)) {
            best = point;
          }
        }
        if (best != null) {
          points.add(best);
          evidence.add(
              "%s on %s, %s workers: %s×%s, bound %s×"
                  .formatted(
                      KIND,
                      Quoted.name(sweep.workload()),
                      best.workers(),
                      Words.figure(best.speedup()),
                      best.interval() == null
                          ? ""
                          : " [%s, %s]"
                              .formatted(
                                  Words.figure(best.interval().low()),
                                  Words.figure(best.interval().high())),
                      best.makespanBound() == null ? "?" : Words.figure(best.makespanBound())));
        }
      }
    }
    return evidence;
  }

  private static String noData(int cores, List<Sweep.Point> points) {
    if (cores < 2) {
      return "one core cannot show a speed-up";
    }
    return points.isEmpty() ? "no sweep of FIXED with 2 to 4 workers was measured" : null;
  }

  private static String here(List<Sweep.Point> points) {
    List<String> figures = new ArrayList<>();
    points.forEach(point -> figures.add(Words.figure(point.speedup()) + "×"));
    return figures.isEmpty() ? "–" : String.join(", ", figures);
  }

  /** Claims are about the lists that the notes time; other workloads are built to scale badly. */
  private static boolean seed(Sweep sweep) {
    return sweep.workload().endsWith(ExecutorsJudge.SEED);
  }

  private static List<String> trials(List<Sweep.Point> points) {
    return points.stream().map(Sweep.Point::trial).toList();
  }
}
