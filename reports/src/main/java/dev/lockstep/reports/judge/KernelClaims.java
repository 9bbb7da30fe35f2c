/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Kernels;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;

/** What is claimed of a rewrite in C, and of cores against algorithms. */
final class KernelClaims {
  private static final double FASTER = 1.1;

  private KernelClaims() {}

  static List<Claim> decide(Kernels kernels, List<Sweep> sweeps) {
    return List.of(sameLoop(kernels), fastest(kernels), algorithm(kernels, sweeps));
  }

  private static Claim sameLoop(Kernels kernels) {
    List<String> evidence = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    List<String> here = new ArrayList<>();
    boolean faster = true;
    boolean none = true;
    for (String function : kernels.functions()) {
      Kernels.Time c = time(kernels, "C", function);
      if (c != null && c.overLoop() != null) {
        boolean known = c.overLoop().interval() != null;
        faster &= known && c.overLoop().interval().low() >= FASTER;
        none &= known && c.overLoop().interval().high() < FASTER;
        here.add(Words.figure(c.overLoop().value()) + "×");
        trials.add(c.time().trial());
        evidence.add(
            "%s in C: %s times as fast as the plain Java loop"
                .formatted(Quoted.name(function), Words.figure(c.overLoop().value())));
      }
    }
    return claim(
        "c-is-faster",
        "the same loop is faster in C",
        here,
        faster ? "HOLDS" : none ? "REFUTED" : "UNDECIDED",
        "holds if the 95 % interval of C over LOOP lies at 1.1 or above for every function; refuted"
            + " if all lie below",
        evidence,
        trials);
  }

  private static Claim fastest(Kernels kernels) {
    List<String> evidence = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    List<String> here = new ArrayList<>();
    boolean c = true;
    boolean java = false;
    boolean both = true;
    for (String function : kernels.functions()) {
      Kernels.Time inC = best(kernels, function, true);
      Kernels.Time inJava = best(kernels, function, false);
      if (inC == null || inJava == null) {
        both = false;
        continue;
      }
      boolean apart = apart(inC.time(), inJava.time());
      boolean javaWins = inJava.time().nanos() < inC.time().nanos();
      c &= apart && !javaWins;
      java |= apart && javaWins;
      here.add(Words.figure(inJava.time().nanos() / inC.time().nanos()) + "×");
      for (Kernels.Time each : List.of(inC, inJava)) {
        trials.add(each.time().trial());
        evidence.add(
            "%s: %s %s"
                .formatted(
                    Quoted.name(each.time().trial()),
                    Words.figure(each.time().value()),
                    each.time().unit()));
      }
    }
    return claim(
        "c-is-fastest",
        "a rewrite in C is the fastest",
        both ? here : List.of(),
        c ? "HOLDS" : java ? "REFUTED" : "UNDECIDED",
        "the best C kernel against the best Java kernel that also tries every number, told apart by"
            + " 95 % intervals: C ahead on every function holds, Java ahead on one refutes",
        evidence,
        trials);
  }

  private static boolean apart(Figure one, Figure other) {
    return one.interval() != null
        && other.interval() != null
        && !one.interval().overlaps(other.interval());
  }

  private static Claim algorithm(Kernels kernels, List<Sweep> sweeps) {
    List<String> evidence = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    List<String> here = new ArrayList<>();
    boolean beats = true;
    for (String function : kernels.functions()) {
      Kernels.Time root = time(kernels, "ROOT", function);
      double best = 0;
      String trial = null;
      for (Sweep sweep : sweeps) {
        for (Sweep.Point point : sweep.points()) {
          boolean more = sweep.workload().equals(function + "_SEED") && point.speedup() > best;
          trial = more ? point.trial() : trial;
          best = more ? point.speedup() : best;
        }
      }
      if (root != null && root.overLoop() != null && trial != null) {
        beats &= root.overLoop().value() > best;
        here.add(Words.figure(root.overLoop().value()) + "× against " + Words.figure(best) + "×");
        trials.add(root.time().trial());
        trials.add(trial);
        evidence.add(
            "%s: the better algorithm on one core %s×, the best executor with the loop %s×"
                .formatted(
                    Quoted.name(function),
                    Words.figure(root.overLoop().value()),
                    Words.figure(best)));
      }
    }
    return claim(
        "algorithm-beats-parallelism",
        "a better algorithm on one core beats all cores",
        here,
        beats ? "HOLDS" : "REFUTED",
        "holds if ROOT on one core gains more over LOOP than the best executor on any worker count",
        evidence,
        trials);
  }

  private static Claim claim(
      String id,
      String text,
      List<String> here,
      String verdict,
      String rule,
      List<String> evidence,
      List<String> trials) {
    boolean any = !here.isEmpty();
    return new Claim(
        id,
        text,
        id.startsWith("c-") ? "the advice of the notes" : "not in the notes",
        any ? String.join(", ", here) : "–",
        any ? verdict : "UNDECIDED",
        any ? rule : "the kernels that it is about were not measured",
        evidence,
        trials);
  }

  private static Kernels.Time best(Kernels kernels, String function, boolean inC) {
    Kernels.Time best = null;
    for (Kernels.Row row : kernels.rows()) {
      boolean c = row.kind().equals("C") || row.kind().startsWith("C_");
      Kernels.Time time =
          row.everyDivisor() && c == inC ? time(kernels, row.kind(), function) : null;
      if (time != null && (best == null || time.time().nanos() < best.time().nanos())) {
        best = time;
      }
    }
    return best;
  }

  private static Kernels.Time time(Kernels kernels, String kind, String function) {
    for (Kernels.Row row : kernels.rows()) {
      if (row.kind().equals(kind)) {
        for (Kernels.Time time : row.times()) {
          if (time != null && time.function().equals(function)) {
            return time;
          }
        }
      }
    }
    return null;
  }
}
