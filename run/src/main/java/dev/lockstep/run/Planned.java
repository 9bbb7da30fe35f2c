/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** {@code planned.json}: what a run intends on this machine, and what it leaves out and why. */
public record Planned(
    int schema,
    String plan,
    boolean evidence,
    int cores,
    List<PlannedConstruct> constructs,
    List<Proof> proofs,
    List<Trial> trials,
    List<Model> models,
    List<NotRun> notRun,
    boolean cpython,
    List<String> jvmArguments) {

  /**
   * Stands in for a construct.
   *
   * @param workers the name of what a number of workers means to it, or null
   */
  public record PlannedConstruct(
      String id, String family, String name, String label, String guarantee, String workers) {}

  /** One stress test; the fields are described in CONTRIBUTING.md. */
  public record Proof(
      String test,
      String construct,
      String role,
      String contract,
      String template,
      boolean heart,
      List<String> mustObserve,
      List<String> mayObserve,
      List<List<String>> orders,
      long leastOrders,
      List<Row> rows,
      String twinRole,
      boolean widened,
      long sightings,
      String mutates,
      String bug,
      int actors,
      int leastForks,
      double leastPower,
      Map<String, Integer> forks) {}

  /** A forbidden row of a proof's table and the tests that can show it, the nearest first. */
  public record Row(List<String> outcomes, String means, List<Control> controls) {}

  /**
   * A test that can show what a proof forbids.
   *
   * @param differs where it differs from the proof
   * @param order whether the row is about memory order, and this the racy sibling
   * @param ceiling the most that the rate of a widened twin counts; null for all others
   */
  public record Control(
      String twin, String differs, boolean order, boolean widened, Double ceiling) {}

  /**
   * One benchmark with one set of parameters and threads. What belongs to the sweep is null in
   * others; the fields are described in CONTRIBUTING.md.
   */
  public record Trial(
      String id,
      String benchmark,
      String construct,
      Map<String, String> params,
      int threads,
      String mode,
      String unit,
      int forks,
      boolean heart,
      String workload,
      Integer workers,
      Double makespanBound,
      String baseline,
      String role,
      String lock,
      Integer chunk,
      Integer tasks,
      Long steps,
      String warm,
      List<String> flames) {}

  /** One question to a model checker; the fields are described in CONTRIBUTING.md. */
  public record Model(
      String checker,
      String id,
      String construct,
      String name,
      String mutates,
      String bug,
      String scenario,
      String expect) {}

  /**
   * What the plan leaves out.
   *
   * @param kind {@code PROOF}, {@code TRIAL} or {@code MODEL}
   * @param cause {@code PLAN} if the plan never has it, {@code MACHINE} if this machine cannot
   */
  public record NotRun(String kind, String id, String construct, String cause, String why) {}

  /** What the stress tests or the benchmarks intend. */
  public static Planned of(
      Plan plan,
      List<PlannedConstruct> constructs,
      List<Proof> proofs,
      List<Trial> trials,
      List<NotRun> notRun) {
    return of(plan, constructs, proofs, trials, List.of(), notRun);
  }

  /** What the model checker intends. */
  public static Planned models(
      Plan plan, List<PlannedConstruct> constructs, List<Model> models, List<NotRun> notRun) {
    return of(plan, constructs, List.of(), List.of(), models, notRun);
  }

  private static Planned of(
      Plan plan,
      List<PlannedConstruct> constructs,
      List<Proof> proofs,
      List<Trial> trials,
      List<Model> models,
      List<NotRun> notRun) {
    return new Planned(
        RunInfo.SCHEMA,
        plan.id(),
        plan.isEvidence(),
        Runtime.getRuntime().availableProcessors(),
        constructs,
        proofs,
        trials,
        models,
        notRun,
        false,
        List.of());
  }

  /**
   * The same, with prices: the program in CPython is to be run, too.
   *
   * @param arguments of the JVM of every fork
   */
  public Planned withPrices(List<String> arguments) {
    return new Planned(
        schema, plan, evidence, cores, constructs, proofs, trials, models, notRun, true, arguments);
  }

  /**
   * This plan with one harness's lists in place of those it had. The other harnesses' stay;
   * whatever an earlier start of the same harness wrote is forgotten, since its code may have
   * changed.
   */
  Planned with(Share share, Planned mine) {
    List<NotRun> left = new ArrayList<>(mine.notRun);
    notRun.stream().filter(not -> !not.kind().equals(share.kind)).forEach(left::add);
    left.sort(Comparator.comparing(NotRun::kind).thenComparing(NotRun::id));
    return new Planned(
        schema,
        plan,
        evidence,
        mine.cores,
        mine.constructs,
        share == Share.PROOFS ? mine.proofs : proofs,
        share == Share.TRIALS ? mine.trials : trials,
        share == Share.MODELS ? mine.models : models,
        left,
        share == Share.TRIALS ? mine.cpython : cpython,
        share == Share.TRIALS ? mine.jvmArguments : jvmArguments);
  }

  /** What of a plan belongs to one harness. */
  public enum Share {
    PROOFS("PROOF"),
    TRIALS("TRIAL"),
    MODELS("MODEL");

    private final String kind;

    Share(String kind) {
      this.kind = kind;
    }
  }
}
