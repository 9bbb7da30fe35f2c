/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.report.CpythonColumn;
import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.report.Verdict;
import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.RunInfo;
import dev.lockstep.reports.run.TrialRecord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Turns what was read of a run into its report. A pure function: no clock, no locale, no order of a
 * hash table, so the same run always gives the same bytes.
 */
public final class Judge {
  private static final Plan NO_PLAN =
      new Plan(
          "unknown", false, 0, List.of(), List.of(), List.of(), List.of(), List.of(), false,
          List.of());
  private static final String X86 =
      "x86_64 only: orders that x86 never shows cannot be refuted here";

  private Judge() {}

  /** Returns the report of a run; never fails because of what was read. */
  public static Report judge(RunData read) {
    Reasons reasons = new Reasons();
    read.faults().stream().map(Fault::sentence).forEach(reasons::incomplete);
    RunData data = read.plan() == null ? withoutPlan(read) : read;
    Map<String, Sightings> sightings = Sightings.byTest(data);
    Twins controls = new Twins(data.plan(), sightings);
    List<Proof> proofs = ProofJudge.judge(data, sightings, controls);
    List<Exhibit> exhibits = ExhibitJudge.judge(data, sightings);
    List<Twin> twins = controls.all(data.plan());
    List<Price> prices = PriceJudge.judge(data, proofs, exhibits);
    if (read.plan() != null) {
      TestReasons.add(data, proofs, exhibits, reasons);
    }
    List<Model> models = ModelJudge.judge(data, reasons);
    if (read.plan() != null) {
      lostUpdates(data.plan(), prices, reasons);
      Completeness.check(data, reasons);
      TrialCompleteness.check(data, reasons);
      CountCompleteness.check(data, reasons);
    }
    Report.Profiling profiling = profiling(data);
    notes(data, prices, reasons);
    Observations observations = Observations.of(data, prices);
    List<Sweep> sweeps = SweepJudge.judge(data, prices);
    List<Experiment> experiments = Experiments.of(data);
    Executors executors = ExecutorsJudge.judge(data, observations, prices, sweeps);
    CpythonColumn cpython = CpythonJudge.judge(data, prices, reasons);
    List<Claim> claims = Claims.decide(new Facts(data, proofs, prices, experiments, observations));
    Verdict verdict = reasons.verdict();
    RunInfo run = data.run();
    return new Report(
        1,
        verdict,
        Sentence.of(data.plan(), read.plan() != null, proofs, models, prices, profiling),
        reasons.all(),
        reasons.notes(),
        run == null ? data.plan().name() : run.plan(),
        data.plan().evidence(),
        run == null ? "unknown" : run.commit(),
        run != null && run.dirty(),
        run == null ? null : run.start(),
        run == null ? 0 : run.seconds(),
        Resolving.of(prices),
        "not judged: no baseline",
        data.environment(),
        coverage(data, proofs, exhibits),
        profiling,
        data.plan().constructs(),
        proofs,
        exhibits,
        twins,
        Mutants.of(data.plan(), twins, models),
        models,
        prices,
        sweeps,
        experiments,
        claims,
        executors,
        cpython,
        SectionMaker.make(Sections.ALL, observations),
        observations.all().stream().map(Measured::observation).toList());
  }

  private static RunData withoutPlan(RunData read) {
    // Without a plan nothing can be held against anything; the fault alone must be heard.
    return new RunData(
        read.run(),
        read.environment(),
        NO_PLAN,
        List.of(),
        Set.of(),
        List.of(),
        Map.of(),
        Set.of(),
        Map.of(),
        Set.of(),
        RunData.Models.NONE,
        null,
        Map.of(),
        read.faults());
  }

  private static void lostUpdates(Plan plan, List<Price> prices, Reasons reasons) {
    Set<String> exact = new LinkedHashSet<>();
    for (Plan.Construct construct : plan.constructs()) {
      if ("EXACT".equals(construct.guarantee())) {
        exact.add(construct.id());
      }
    }
    for (Price price : prices) {
      if (exact.contains(price.construct()) && price.lost() != null && price.lost() > 0) {
        reasons.broken(
            "%s lost %s of %s updates although %s guarantees that none is lost."
                .formatted(
                    Quoted.name(price.trial()),
                    Words.count(Math.round(price.lost())),
                    Words.count(Math.round(price.expected())),
                    Quoted.name(price.construct())));
      }
    }
  }

  private static void unsound(RunData data, String of, Predicate<TrialRecord> is, Reasons reasons) {
    List<String> trials =
        data.plan().trials().stream()
            .map(Plan.Trial::id)
            .filter(id -> data.trials().containsKey(id) && is.test(data.trials().get(id)))
            .toList();
    if (!trials.isEmpty()) {
      reasons.note(
          "%s of %s, and there are too few others: %s."
              .formatted(
                  Reasons.count(trials.size(), "figure") + (trials.size() == 1 ? " is" : " are"),
                  of,
                  Reasons.named(trials)));
    }
  }

  private static void notes(RunData data, List<Price> prices, Reasons reasons) {
    Environment environment = data.environment();
    if (environment != null) {
      environment.start().warnings().forEach(reasons::note);
      if (environment.limited()) {
        reasons.note(
            "A CPU quota of %s (a control group) stopped this run for %s s in all: ratios are no evidence here; run it without a limit."
                .formatted(
                    Words.figure(environment.start().cpuQuota()),
                    Words.figure(environment.throttledSeconds())));
      }
    }
    unsound(data, "forks that were still warming when measured", TrialRecord::isWarming, reasons);
    unsound(data, "disturbed forks", TrialRecord::isDisturbed, reasons);
    List<String> compiling =
        prices.stream().filter(Price::wasProfiledCold).map(Price::trial).toList();
    if (!compiling.isEmpty()) {
      reasons.note(
          "%s more than 10 %% samples of the JIT compiler, and may not be of the warm program: %s."
              .formatted(
                  compiling.size() == 1
                      ? "1 flame graph holds"
                      : compiling.size() + " flame graphs hold",
                  Reasons.named(compiling)));
    }
    if (data.run() != null && data.run().dirty()) {
      reasons.note("The sources had changes that are in no commit.");
    }
  }

  private static Report.Coverage coverage(
      RunData data, List<Proof> proofs, List<Exhibit> exhibits) {
    Set<String> configurations = new LinkedHashSet<>();
    proofs.forEach(proof -> addSampled(proof.configurations(), configurations));
    exhibits.forEach(exhibit -> addSampled(exhibit.configurations(), configurations));
    Environment environment = data.environment();
    return new Report.Coverage(
        environment == null ? null : (Integer) environment.start().cores(),
        environment == null ? null : environment.start().arch(),
        List.copyOf(configurations),
        data.models() == null ? null : data.models().checker(),
        environment != null && environment.start().x86() ? X86 : "",
        data.plan().jvmArguments(),
        data.plan().leftOut());
  }

  private static void addSampled(List<Configuration> from, Set<String> names) {
    from.stream().filter(each -> each.samples() > 0).forEach(each -> names.add(each.name()));
  }

  private static Report.Profiling profiling(RunData data) {
    Set<String> engines = new TreeSet<>();
    Set<String> why = new TreeSet<>();
    int recorded = 0;
    int unavailable = 0;
    for (Plan.Trial trial : data.plan().trials()) {
      TrialRecord record = data.trials().get(trial.id());
      TrialRecord.Profile profile = record == null ? null : record.profile();
      if (profile != null && profile.cpu() != null && profile.cpu().html() != null) {
        recorded++;
        engines.add(profile.engine());
      } else if (profile != null && profile.status().equals("UNAVAILABLE")) {
        unavailable++;
        why.add(profile.why());
      }
    }
    return new Report.Profiling(
        List.copyOf(engines), recorded, unavailable, String.join("; ", why));
  }
}
