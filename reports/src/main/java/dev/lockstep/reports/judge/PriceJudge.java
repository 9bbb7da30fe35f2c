/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.FlameGraph;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Says of each planned trial what it cost. */
final class PriceJudge {
  private final RunData data;
  private final Spreads spreads;
  private final Map<String, Status> proofs = new HashMap<>();
  private final Set<String> pure = new HashSet<>();

  private PriceJudge(RunData data, List<Proof> proofs, List<Exhibit> exhibits) {
    this.data = data;
    this.spreads = new Spreads(data);
    data.plan().constructs().stream()
        .filter(Plan.Construct::pure)
        .forEach(each -> pure.add(each.id()));
    // What the plan left out openly says nothing against what ran.
    for (Proof proof : proofs) {
      if (proof.construct() != null && proof.planned()) {
        this.proofs.merge(proof.construct(), proof.status(), Status::or);
      }
    }
    for (Exhibit exhibit : exhibits) {
      // An exhibit adds nothing to a proof, but a forbidden outcome in it outweighs one.
      if (exhibit.status() == Status.BROKEN) {
        this.proofs.put(exhibit.construct(), Status.BROKEN);
      } else {
        this.proofs.putIfAbsent(exhibit.construct(), exhibit.status());
      }
    }
    for (Proof proof : proofs) {
      if (proof.construct() != null) {
        this.proofs.putIfAbsent(proof.construct(), proof.status());
      }
    }
  }

  /** Returns one price per planned trial, in the order of the plan. */
  static List<Price> judge(RunData data, List<Proof> proofs, List<Exhibit> exhibits) {
    PriceJudge judge = new PriceJudge(data, proofs, exhibits);
    return data.plan().trials().stream().map(judge::price).toList();
  }

  private Price price(Plan.Trial planned) {
    TrialRecord trial = data.trials().get(planned.id());
    JmhResult result = data.prices() == null ? null : data.prices().get(planned.key());
    List<String> notes = new ArrayList<>();
    boolean failed = trial != null && !trial.measured();
    boolean notReached =
        failed && trial.isOutOfBudget() && !planned.heart() && data.plan().evidence();
    if (failed) {
      notes.add(trial.failure().kind() + ": " + trial.failure().message());
      // A voided trial has no price, whatever JMH may have written before it failed.
      result = null;
    }
    if (result != null && result.raw().size() < ForkStatistics.FEWEST_FORKS) {
      notes.add("fewer than 3 forks: no interval");
    } else if (result != null && result.raw().size() < planned.forks()) {
      notes.add("%d of %d planned forks".formatted(result.raw().size(), planned.forks()));
    }
    if (result != null && planned.isOfLatencies()) {
      notes.add(
          planned.is("LATENCY")
              ? "the score is the mean of samples; their percentiles stand under latency"
              : "the score is the time of a whole shot; percentiles stand under latency");
    }
    int warming = trial == null ? 0 : warming(trial);
    if (warming > 0) {
      notes.add(
          "%s of %s forks still warming when measured".formatted(warming, trial.counting().size()));
    }
    if (trial != null) {
      disturbed(trial).ifPresent(notes::add);
    }
    double[] logs = result == null ? new double[0] : ForkStatistics.logMeans(result.raw());
    Double lost = result == null ? null : sum(result.lost());
    Double expected = result == null ? null : sum(result.expected());
    TrialRecord.Profile profile = trial == null ? null : trial.profile();
    List<FlameGraph> flames = flames(profile);
    String flame = flames.isEmpty() ? null : flames.get(0).html();
    Status proof = proofs.get(planned.construct());
    return new Price(
        planned.id(),
        planned.construct(),
        planned.benchmark(),
        planned.params(),
        planned.threads(),
        planned.mode(),
        result == null ? planned.unit() : result.unit(),
        status(result, failed, notReached),
        result == null ? null : (Double) result.score(),
        ForkStatistics.interval(logs, spreads.ofMeans(planned)),
        Modes.of(logs),
        result == null ? 0 : result.raw().size(),
        planned.forks(),
        planned.heart(),
        mean(trial, TrialRecord.Fork::cpuNanosPerOp),
        mean(trial, TrialRecord.Fork::childCpuPerOp),
        mean(trial, TrialRecord.Fork::bytesPerOp),
        mean(trial, TrialRecord.Fork::voluntarySwitchesPerOp),
        mean(trial, TrialRecord.Fork::involuntarySwitchesPerOp),
        lost,
        expected,
        lost == null || expected == null || expected == 0 ? null : (Double) (lost / expected),
        planned.workload(),
        planned.workers(),
        planned.role(),
        planned.is("COLD") ? planned.warm() : planned.baseline(),
        planned.lock(),
        planned.chunk(),
        flame,
        flame == null ? flameWhy(profile) : null,
        flames,
        trial == null ? Map.of() : trial.hardware(),
        proof == null ? (pure.contains(planned.construct()) ? "PURE" : "none") : proof.name(),
        notes);
  }

  private static String status(JmhResult result, boolean failed, boolean notReached) {
    if (notReached) {
      return "NOT_REACHED";
    }
    if (failed) {
      return "FAILED";
    }
    return result == null ? "MISSING" : "MEASURED";
  }

  /** Those that can be looked at first, that of CPU time before others; none without it. */
  private static List<FlameGraph> flames(TrialRecord.Profile profile) {
    List<FlameGraph> flames = new ArrayList<>();
    if (profile != null && profile.faultOf("cpu") == null) {
      for (TrialRecord.Graph graph : profile.graphs()) {
        boolean shown = graph.fault() == null;
        flames.add(
            new FlameGraph(
                graph.event(),
                graph.samples(),
                Quoted.name(profile.engine()),
                shown ? graph.html() : null,
                shown ? graph.collapsed() : null,
                shown ? graph.collapsedFault() : graph.fault(),
                graph.compilerShare(),
                graph.blindToVirtual()));
      }
    }
    flames.sort(
        Comparator.comparing((FlameGraph graph) -> graph.html() == null)
            .thenComparing(graph -> !graph.event().equals("cpu")));
    return flames;
  }

  private static String flameWhy(TrialRecord.Profile profile) {
    if (profile == null) {
      return "no profile was recorded";
    }
    if (profile.status().equals("RECORDED")) {
      return profile.faultOf("cpu");
    }
    return profile.why().isEmpty() ? "no reason was given" : profile.why();
  }

  private static int warming(TrialRecord trial) {
    return (int) trial.counting().stream().filter(TrialRecord.Fork::isStillWarming).count();
  }

  private static Optional<String> disturbed(TrialRecord trial) {
    List<TrialRecord.Fork> disturbed =
        trial.forks().stream().filter(fork -> fork.disturbed() != null).toList();
    if (disturbed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s of %s forks disturbed (%s)%s"
            .formatted(
                disturbed.size(),
                trial.forks().size(),
                Quoted.name(disturbed.get(0).disturbed()),
                disturbed.get(0).counts()
                    ? ", and too few others"
                    : "; the figure is that of the others"));
  }

  private static Double mean(TrialRecord trial, Function<TrialRecord.Fork, Double> figure) {
    double sum = 0;
    int known = 0;
    if (trial != null) {
      for (TrialRecord.Fork fork : trial.counting()) {
        Double value = figure.apply(fork);
        if (value != null) {
          sum += value;
          known++;
        }
      }
    }
    return known == 0 ? null : (Double) (sum / known);
  }

  private static Double sum(List<List<Double>> rows) {
    double sum = 0;
    for (List<Double> row : rows) {
      for (double value : row) {
        sum += value;
      }
    }
    return rows.isEmpty() ? null : (Double) sum;
  }
}
