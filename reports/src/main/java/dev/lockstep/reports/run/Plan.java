/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;
import java.util.Map;

/**
 * Everything that the run intends on this machine, and what it leaves out ({@code planned.json}).
 *
 * @param evidence false for a plan that shows only that everything runs
 * @param cpython whether the plan runs the CPython program beside the JVMs
 * @param jvmArguments of every price fork; empty in a plan of an older version
 */
public record Plan(
    String name,
    boolean evidence,
    int cores,
    List<Construct> constructs,
    List<PlannedTest> proofs,
    List<Trial> trials,
    List<Model> models,
    List<LeftOut> leftOut,
    boolean cpython,
    List<String> jvmArguments) {

  /** The flame graph that every trial has. */
  static final String CPU = "cpu";

  /** What there are flame graphs of. */
  static final List<String> FLAMES = List.of(CPU, "wall", "alloc", "lock");

  /** Those of which there may be nothing to see. */
  static final List<String> MAY_BE_EMPTY = List.of("alloc", "lock");

  private static final List<String> GUARANTEES = List.of("EXACT", "RACY", "PURE");
  private static final List<String> TRIAL_ROLES =
      List.of(
          "SWEEP",
          "RAW",
          "COLD",
          "OPEN",
          "ROUND_TRIP",
          "KERNEL",
          "CALL",
          "DIVIDER",
          "START",
          "PIPELINE",
          "HAND_MADE",
          "FAN_OUT",
          "SPAWN",
          "HANDOFF",
          "FOOTPRINT",
          "LATENCY",
          "OPEN_LOOP");
  private static final List<String> LOCKS = List.of("NONE", "PER_TASK", "FAIR_SLICE", "STRIPED");
  private static final List<String> EXPECTATIONS = List.of("HOLDS", "BREAKS");

  /** The checkers of models, in the order in which the report has them. */
  public static final List<String> CHECKERS = List.of("LINCHECK", "FRAY");

  private static final List<String> KINDS = List.of("PROOF", "TRIAL", "MODEL");

  /**
   * What is judged.
   *
   * @param id {@code family:NAME}
   * @param guarantee {@code EXACT}, {@code RACY}, {@code PURE} or null
   * @param workers what a worker count means to it, or null if it is not known
   */
  public record Construct(
      String id, String family, String name, String label, String guarantee, String workers) {

    /** Returns whether this is a function without shared state, which owes no proof. */
    public boolean pure() {
      return "PURE".equals(guarantee);
    }
  }

  /**
   * One planned benchmark with one set of parameters and threads.
   *
   * @param workload the task list of an executor trial, otherwise null
   * @param workers null where workers mean nothing
   * @param makespanBound best speed-up that the tasks allow on so many workers, or null
   * @param baseline id of the serial trial of the same workload, or null
   * @param role what the trial is for, or null if nothing is derived from it
   * @param lock the emulated global lock of a sweep trial, or null
   * @param chunk how many tasks are handed over at a time, or null
   * @param tasks how many tasks the workload has, or null
   * @param steps how many steps all tasks together have, or null
   * @param warm id of the warm trial of the same things as a cold one, or null
   * @param flames of what it owes a flame graph, never none
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
      Long tasks,
      Long steps,
      String warm,
      List<String> flames) {

    /**
     * Returns whether this is a point of a sweep. A plan of an older version names no roles: there
     * every trial of a workload is one.
     */
    public boolean sweep() {
      return role == null ? workload != null : role.equals("SWEEP") && workload != null;
    }

    /** Fewer forks have no interval. */
    public static final int LEAST_FORKS = 3;

    /** Returns how many forks make a price; a plan of fewer wants no interval. */
    public int leastForks() {
      return Math.min(forks, LEAST_FORKS);
    }

    /** Returns whether the tasks are handed over one by one and no global lock is emulated. */
    public boolean plain() {
      return (lock == null || lock.equals("NONE")) && (chunk == null || chunk == 1);
    }

    /** Returns whether this is a trial of the given role. */
    public boolean is(String wanted) {
      return wanted.equals(role);
    }

    /** Returns whether it owes percentiles of single operations. */
    public boolean isOfLatencies() {
      return is("LATENCY") || is("OPEN_LOOP");
    }

    /** Returns what joins this trial with its entry in {@code jmh.json}. */
    public TrialKey key() {
      return new TrialKey(benchmark, params, threads, mode);
    }
  }

  /**
   * One planned model check.
   *
   * @param checker who is asked, {@code LINCHECK} or {@code FRAY}
   * @param construct null for a mutant
   * @param mutates the construct of which a mutant is a copy with one line broken, or null
   * @param bug what is wrong with a mutant, or null
   * @param expect {@code HOLDS} or {@code BREAKS}
   */
  public record Model(
      String checker,
      String id,
      String construct,
      String name,
      String mutates,
      String bug,
      String scenario,
      String expect) {

    /** Returns the construct that this is about. */
    public String subject() {
      return construct == null ? mutates : construct;
    }

    /** Returns whether no violation may be found. */
    public boolean holds() {
      return expect.equals("HOLDS");
    }
  }

  /**
   * What the plan leaves out openly.
   *
   * @param machine whether it is this machine that cannot run it, and not the plan that never does
   * @param kind {@code PROOF}, {@code TRIAL} or {@code MODEL}
   */
  public record LeftOut(String kind, String id, String construct, boolean machine, String why) {}

  static Plan read(JsonView json) {
    return new Plan(
        json.text("plan"),
        json.flag("evidence"),
        json.smallCount("cores"),
        json.list("constructs").stream().map(Plan::construct).toList(),
        json.list("proofs").stream().map(PlannedTest::read).toList(),
        json.list("trials").stream().map(Plan::trial).toList(),
        json.requiredList("models").stream().map(Plan::model).toList(),
        json.list("notRun").stream().map(Plan::leftOut).toList(),
        Boolean.TRUE.equals(json.flagOrNull("cpython")),
        json.texts("jvmArguments"));
  }

  private static Construct construct(JsonView json) {
    String guarantee = json.textOrNull("guarantee");
    return new Construct(
        json.text("id"),
        json.text("family"),
        json.text("name"),
        json.text("label"),
        guarantee == null ? null : json.word("guarantee", GUARANTEES),
        json.textOrNull("workers"));
  }

  private static Trial trial(JsonView json) {
    Integer chunk = json.smallCountOrNull("chunk");
    if (chunk != null && chunk == 0) {
      throw json.bad("trial " + Quoted.name(json.text("id")) + " has chunks of no task");
    }
    List<String> flames = json.requiredTexts("flames");
    if (!flames.contains(CPU) || !FLAMES.containsAll(flames)) {
      throw json.bad(
          "the flame graphs of trial "
              + Quoted.name(json.text("id"))
              + " are not cpu and some of "
              + String.join(", ", FLAMES));
    }
    String role = json.has("role") ? json.word("role", TRIAL_ROLES) : null;
    if (List.of("SWEEP", "RAW", "COLD").contains(role == null ? "" : role)
        && !json.has("workload")) {
      throw json.bad("trial " + Quoted.name(json.text("id")) + " sweeps no workload");
    }
    return new Trial(
        json.text("id"),
        json.text("benchmark"),
        json.textOrNull("construct"),
        json.textsByName("params"),
        json.smallCount("threads"),
        json.text("mode"),
        json.text("unit"),
        json.smallCount("forks"),
        !json.has("heart") || json.flag("heart"),
        json.textOrNull("workload"),
        json.smallCountOrNull("workers"),
        json.numberOrNull("makespanBound"),
        json.textOrNull("baseline"),
        role,
        json.has("lock") ? json.word("lock", LOCKS) : null,
        chunk,
        json.countOrNull("tasks"),
        json.countOrNull("steps"),
        json.textOrNull("warm"),
        flames);
  }

  private static Model model(JsonView json) {
    String id = json.text("id");
    boolean mutant = json.has("mutates");
    if (mutant == json.has("construct")) {
      throw json.bad(
          "model " + Quoted.name(id) + " must name either its construct or what it mutates");
    }
    return new Model(
        json.word("checker", CHECKERS),
        id,
        json.textOrNull("construct"),
        json.text("name"),
        json.textOrNull("mutates"),
        mutant ? json.text("bug") : null,
        json.text("scenario"),
        json.word("expect", EXPECTATIONS));
  }

  private static LeftOut leftOut(JsonView json) {
    return new LeftOut(
        json.word("kind", KINDS),
        json.text("id"),
        json.textOrNull("construct"),
        json.word("cause", List.of("PLAN", "MACHINE")).equals("MACHINE"),
        json.text("why"));
  }
}
