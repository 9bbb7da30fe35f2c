/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;
import java.util.Map;

/**
 * Everything that the run intends on this machine, and what it leaves out ({@code planned.json}).
 *
 * @param evidence false for a plan that shows only that everything runs
 */
public record Plan(
    String name,
    boolean evidence,
    int cores,
    List<Construct> constructs,
    List<Proof> proofs,
    List<Trial> trials,
    List<LeftOut> leftOut) {

  private static final List<String> GUARANTEES = List.of("EXACT", "RACY");

  /**
   * What is judged.
   *
   * @param id {@code family:NAME}
   * @param guarantee {@code EXACT}, {@code RACY} or null
   */
  public record Construct(String id, String family, String name, String label, String guarantee) {}

  /**
   * One planned test.
   *
   * @param construct null for a twin
   * @param role {@code PROOF} or {@code TWIN}
   * @param contract {@code FORBIDS} or {@code MUST_OBSERVE}
   * @param twin the test that must show the broken outcome, or null
   * @param floor the least number of samples that proves anything
   * @param forks how many results each JVM configuration owes
   */
  public record Proof(
      String test,
      String construct,
      String role,
      String contract,
      String contractName,
      List<String> mustObserve,
      String twin,
      long floor,
      Map<String, Integer> forks) {

    /** Returns whether an outcome must never be seen. */
    public boolean forbids() {
      return contract.equals("FORBIDS");
    }

    /** Returns whether this is the deliberately broken variant of a contract. */
    public boolean twinRole() {
      return role.equals("TWIN");
    }
  }

  /**
   * One planned benchmark with one set of parameters and threads.
   *
   * @param workload the task list of an executor trial, otherwise null
   * @param workers null where workers mean nothing
   * @param makespanBound best speed-up that the tasks allow on so many workers, or null
   * @param baseline id of the serial trial of the same workload, or null
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
      String workload,
      Integer workers,
      Double makespanBound,
      String baseline) {

    /** Returns what joins this trial with its entry in {@code jmh.json}. */
    public TrialKey key() {
      return new TrialKey(benchmark, params, threads, mode);
    }
  }

  /**
   * What the plan leaves out openly.
   *
   * @param kind {@code PROOF} or {@code TRIAL}
   */
  public record LeftOut(String kind, String id, String construct, String why) {}

  static Plan read(JsonView json) {
    return new Plan(
        json.text("plan"),
        json.flag("evidence"),
        json.smallCount("cores"),
        json.list("constructs").stream().map(Plan::construct).toList(),
        json.list("proofs").stream().map(Plan::proof).toList(),
        json.list("trials").stream().map(Plan::trial).toList(),
        json.list("notRun").stream().map(Plan::leftOut).toList());
  }

  private static Construct construct(JsonView json) {
    String guarantee = json.textOrNull("guarantee");
    return new Construct(
        json.text("id"),
        json.text("family"),
        json.text("name"),
        json.text("label"),
        guarantee == null ? null : json.word("guarantee", GUARANTEES));
  }

  private static Proof proof(JsonView json) {
    return new Proof(
        json.text("test"),
        json.textOrNull("construct"),
        json.word("role", List.of("PROOF", "TWIN")),
        json.word("contract", List.of("FORBIDS", "MUST_OBSERVE")),
        json.text("contractName"),
        json.texts("mustObserve"),
        json.textOrNull("twin"),
        json.count("floor"),
        json.countsByName("forks"));
  }

  private static Trial trial(JsonView json) {
    return new Trial(
        json.text("id"),
        json.text("benchmark"),
        json.textOrNull("construct"),
        json.textsByName("params"),
        json.smallCount("threads"),
        json.text("mode"),
        json.text("unit"),
        json.smallCount("forks"),
        json.textOrNull("workload"),
        json.smallCountOrNull("workers"),
        json.numberOrNull("makespanBound"),
        json.textOrNull("baseline"));
  }

  private static LeftOut leftOut(JsonView json) {
    return new LeftOut(
        json.word("kind", List.of("PROOF", "TRIAL")),
        json.text("id"),
        json.textOrNull("construct"),
        json.text("why"));
  }
}
