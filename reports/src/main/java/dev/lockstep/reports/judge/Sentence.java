/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Held;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;

/** The sentence under the verdict: what was found, counted. */
final class Sentence {
  private Sentence() {}

  static String of(
      Plan plan,
      boolean planKnown,
      List<Proof> proofs,
      List<Model> models,
      List<Price> prices,
      Report.Profiling profiling) {
    if (!planKnown) {
      return "Nothing can be judged without planned.json.";
    }
    StringBuilder text = new StringBuilder();
    if (!plan.evidence()) {
      text.append(Quoted.name(plan.name()))
          .append(
              ": shows whether everything runs; neither its proofs nor its figures are evidence. ");
    }
    List<Proof> planned = proofs.stream().filter(Proof::planned).toList();
    List<Proof> twins = planned.stream().filter(Proof::twin).toList();
    List<Proof> races = planned.stream().filter(p -> p.owed() && !p.forbids()).toList();
    text.append("Proofs: ")
        .append(proofs(planned, plan.evidence()))
        .append(broken(planned))
        .append(". ");
    text.append(
        "%s %s seen%s, %s %s caught%s. "
            .formatted(
                share(races, "race"),
                races.size() == 1 ? "was" : "were",
                notReached(unreached(races)),
                share(twins, "twin"),
                twins.size() == 1 ? "was" : "were",
                notReached(unreached(twins))));
    if (!models.isEmpty()) {
      long agreeing = models.stream().filter(Model::agrees).count();
      long notReached = models.stream().filter(m -> m.outcome().equals("NOT_REACHED")).count();
      text.append(
          "%s of %s agree%s%s. "
              .formatted(
                  agreeing,
                  Reasons.count(models.size(), "model"),
                  models.size() == 1 ? "s" : "",
                  notReached(notReached)));
    }
    long measured = prices.stream().filter(p -> p.status().equals("MEASURED")).count();
    long notReached = prices.stream().filter(p -> p.status().equals("NOT_REACHED")).count();
    text.append(
        "%s of %s measured%s%s."
            .formatted(
                measured,
                Reasons.count(prices.size(), "trial"),
                notReached(notReached),
                flames(prices.size(), measured, profiling)));
    return text.toString();
  }

  private static String notReached(long count) {
    return count == 0 ? "" : ", %d not reached in the budget".formatted(count);
  }

  /** What is held is counted apart, so that nobody takes it for proven. */
  private static String proofs(List<Proof> planned, boolean evidence) {
    List<String> parts = new ArrayList<>();
    for (boolean heart : new boolean[] {true, false}) {
      List<Proof> some =
          planned.stream().filter(p -> p.forbids() && p.owed() && p.heart() == heart).toList();
      if (!some.isEmpty()) {
        // Where too little was planned for evidence, nothing is laid upon the machine.
        long notHere =
            some.stream().filter(p -> evidence && p.held() == Held.NOT_REFUTABLE_HERE).count();
        long notReached = unreached(some);
        long held =
            some.stream().filter(p -> p.status() == Status.HELD).count() - notHere - notReached;
        parts.add(
            "%s of %s %s proven%s%s%s"
                .formatted(
                    some.stream().filter(p -> p.status() == Status.PROVEN).count(),
                    some.size(),
                    heart ? "of the heart" : "others",
                    notHere == 0
                        ? ""
                        : ", %s held because this machine cannot refute %s"
                            .formatted(notHere, notHere == 1 ? "it" : "them"),
                    held == 0 ? "" : ", %s held for want of evidence".formatted(held),
                    notReached(notReached)));
      }
    }
    return parts.isEmpty() ? "none" : String.join("; ", parts);
  }

  private static long unreached(List<Proof> proofs) {
    return proofs.stream().filter(p -> p.held() == Held.NOT_REACHED).count();
  }

  private static String broken(List<Proof> proofs) {
    long broken = proofs.stream().filter(p -> p.status() == Status.BROKEN).count();
    return broken == 0 ? "" : ", %s %s broken".formatted(broken, broken == 1 ? "is" : "are");
  }

  private static String share(List<Proof> proofs, String thing) {
    long proven = proofs.stream().filter(p -> p.status() == Status.PROVEN).count();
    return proven + " of " + Reasons.count(proofs.size(), thing);
  }

  private static String flames(int planned, long measured, Report.Profiling profiling) {
    if (planned == 0 || measured == 0) {
      return "";
    }
    if (profiling.recorded() == planned && measured == planned) {
      return ", each with its flame graph";
    }
    if (profiling.recorded() == 0 && profiling.unavailable() > 0) {
      return ", without flame graphs, which this machine cannot record";
    }
    return ", %s with %s"
        .formatted(
            profiling.recorded(), profiling.recorded() == 1 ? "a flame graph" : "flame graphs");
  }
}
