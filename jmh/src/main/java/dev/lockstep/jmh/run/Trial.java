/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Workers;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.unit.UnitKind;
import dev.lockstep.jmh.profile.Graph;
import dev.lockstep.jmh.profile.TrialId;
import dev.lockstep.run.Planned;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Mode;

/**
 * One benchmark with one set of parameters and threads, as the plan means it.
 *
 * @param mode JMH's short label: {@code avgt}, {@code ss}, {@code sample}
 * @param role what is derived from its figure, or null if it stands for itself
 * @param sweep its place in the sweep, or null
 */
record Trial(
    Class<?> benchmarks,
    String method,
    Construct construct,
    Map<String, String> params,
    int threads,
    String mode,
    String unit,
    int forks,
    Series series,
    Role role,
    Sweep sweep) {

  /** Fewer have no interval. */
  static final int LEAST_FORKS = 3;

  private static final int MOST_FORKS = 12;

  private static final Set<CounterKind> HEART_COUNTERS =
      EnumSet.of(
          CounterKind.UNLOCKED,
          CounterKind.OPAQUE,
          CounterKind.VOLATILE,
          CounterKind.REENTRANT_LOCK);

  private static final Set<ExecutorKind> HEART_EXECUTORS =
      EnumSet.of(ExecutorKind.SERIAL, ExecutorKind.FIXED, ExecutorKind.PROCESS_POOL);

  /** Why a short plan leaves something out. */
  static final String FROM_NIGHTLY = "priced from plan nightly on";

  private static final Set<Role> WAITING =
      EnumSet.of(
          Role.ROUND_TRIP,
          Role.PIPELINE,
          Role.HAND_MADE,
          Role.FAN_OUT,
          Role.SPAWN,
          Role.HANDOFF,
          Role.OPEN_LOOP);

  /** Of which a round trip waits, in whatever mode it is measured. */
  private static final Set<String> WAITING_FAMILIES = Set.of("executor", "link");

  private static final Set<String> LOCKS = Set.of("lock", "rwlock");

  private static final Set<Workers> VIRTUAL = EnumSet.of(Workers.CARRIERS, Workers.IN_FLIGHT);

  /** What is derived from a figure. */
  enum Role {
    /** A list of tasks on a warm executor. */
    SWEEP,
    /** The same list in a bare loop: what the suite itself adds to a task is not in it. */
    RAW,
    /** The same, in a fresh JVM that has to make the executor first. */
    COLD,
    /** Making an executor, one task for each worker, closing it. */
    OPEN,
    /** One task that does nothing, there and back. */
    ROUND_TRIP,
    /** The seeds' inputs through a kernel, one after the other. */
    KERNEL,
    /** The smallest call of a kernel. */
    CALL,
    /** Nothing but divisions: what no kernel that divides can pass. */
    DIVIDER,
    /** From starting a worker process until its first answer. */
    START,
    /** Items through a line of stages. */
    PIPELINE,
    /** The program of the notes, with all its sleeps. */
    HAND_MADE,
    /** Requests that block, all at once. */
    FAN_OUT,
    /** From starting something for a piece of work until that has ended. */
    SPAWN,
    /** A value to another party and back. */
    HANDOFF,
    /** Threads that wait, and what they take of memory. */
    FOOTPRINT,
    /** Each of many operations by itself, in place of their mean. */
    LATENCY,
    /** Requests that arrive at a given rate, however long those before them take. */
    OPEN_LOOP
  }

  /**
   * @param workers null for a kind that takes no worker count
   * @param makespanBound best speed-up of these tasks on so many workers
   * @param baseline id of the SERIAL trial of the same workload
   * @param tasks how many
   * @param steps of the kernels' loops, all tasks together
   * @param warm for COLD the id of the same on a warm executor, if that is planned
   */
  record Sweep(
      String workload,
      Integer workers,
      double makespanBound,
      String baseline,
      String lock,
      int chunk,
      int tasks,
      long steps,
      String warm) {}

  Trial {
    params = Collections.unmodifiableMap(new TreeMap<>(params));
  }

  static Trial of(Class<?> benchmarks, String method, Construct construct) {
    return new Trial(
        benchmarks,
        method,
        construct,
        Map.of(),
        1,
        "avgt",
        "ns/op",
        1,
        new Series(0, 1, 0),
        null,
        null);
  }

  Trial with(String param, String value) {
    Map<String, String> all = new TreeMap<>(params);
    all.put(param, value);
    return new Trial(
        benchmarks, method, construct, all, threads, mode, unit, forks, series, role, sweep);
  }

  Trial on(int count) {
    return new Trial(
        benchmarks, method, construct, params, count, mode, unit, forks, series, role, sweep);
  }

  Trial timed(String in, String as, int times, Series iterations) {
    return new Trial(
        benchmarks, method, construct, params, threads, in, as, times, iterations, role, sweep);
  }

  Trial as(Role part) {
    return new Trial(
        benchmarks, method, construct, params, threads, mode, unit, forks, series, part, sweep);
  }

  Trial at(Sweep place) {
    return new Trial(
        benchmarks, method, construct, params, threads, mode, unit, forks, series, role, place);
  }

  /**
   * Whether the suite stands on this price: that of the notes' two counters and what lies between
   * them, and that of their two pools, beside the loop, on their own tasks.
   */
  boolean heart() {
    if (role == Role.LATENCY) {
      return false;
    }
    return switch (construct) {
      case CounterKind kind -> HEART_COUNTERS.contains(kind);
      case ExecutorKind kind -> HEART_EXECUTORS.contains(kind) && isOnTasksOfTheNotes();
      default -> false;
    };
  }

  private boolean isOnTasksOfTheNotes() {
    return (role == Role.SWEEP || role == Role.RAW)
        && Point.SEEDS.stream().anyMatch(seed -> seed.name().equals(sweep.workload()));
  }

  /** Whether single operations are timed beside, or in place of, the mean of all. */
  boolean isOfLatencies() {
    return role == Role.LATENCY || role == Role.OPEN_LOOP;
  }

  boolean isSampled() {
    return mode.equals(Mode.SampleTime.shortLabel());
  }

  /** Whether loading classes is what it measures, so that no archive may do that for it. */
  boolean loadsClasses() {
    return role == Role.COLD;
  }

  /**
   * What it is compared with has the same: another kind with the same work and as many threads. A
   * figure without its counterparts decides nothing, so that forks are bought for all of them. The
   * heart, which comes first, holds the baselines of all others.
   */
  String comparison() {
    Map<String, String> work = new TreeMap<>(params);
    work.keySet().removeAll(List.of("kind", "workers", "lock", "chunk", "queue"));
    String what =
        switch (role) {
          case RAW, SWEEP -> Role.SWEEP.name();
          case PIPELINE -> role.name(); // over a queue, or without one
          case LATENCY -> role.name() + " " + benchmark();
          case null, default -> benchmark();
        };
    return "%s %s %d%s".formatted(what, work, threads, heart() ? " heart" : "");
  }

  /**
   * Whether its threads wait, for one another or for something: why that takes so long CPU time
   * cannot tell.
   */
  boolean waits() {
    boolean handsOver =
        (role != null && WAITING.contains(role))
            || (role == Role.LATENCY && WAITING_FAMILIES.contains(construct.family()));
    boolean contends = threads > 1 && (LOCKS.contains(construct.family()) || isLockedCounter());
    boolean globalLock =
        sweep != null && sweep.lock() != null && !sweep.lock().equals(GlobalLock.NONE.name());
    return handsOver || contends || globalLock || construct.family().equals("queue");
  }

  private boolean isLockedCounter() {
    return construct == CounterKind.SYNCHRONIZED
        || (construct instanceof CounterKind
            && Arrays.stream(LockKind.values()).anyMatch(k -> k.name().equals(construct.name())));
  }

  /** Whether virtual threads are at work, which a profiler sees only while they are mounted. */
  boolean isOnVirtualThreads() {
    return construct == UnitKind.VIRTUAL
        || "VIRTUAL".equals(params.get("thread"))
        || (construct instanceof ExecutorKind executor && VIRTUAL.contains(executor.workers()));
  }

  /**
   * Its flame graphs: of CPU time always, of waiting where it waits, and those that are asked for.
   */
  Set<Graph> graphs(Set<Graph> asked) {
    Set<Graph> graphs = EnumSet.of(Graph.CPU);
    graphs.addAll(asked);
    if (waits()) {
      graphs.add(Graph.WALL);
    }
    return graphs;
  }

  /** How many forks make a price; a plan that has fewer wants no interval. */
  int leastForks() {
    return Math.min(forks, LEAST_FORKS);
  }

  /**
   * How many forks it may have. Beyond twice what is planned, and beyond twelve, a fork narrows an
   * interval by a few percent.
   */
  int mostForks() {
    return forks < LEAST_FORKS ? forks : Math.max(forks, Math.min(2 * forks, MOST_FORKS));
  }

  /**
   * Half of the 95 % interval, as a share of the figure, with which it tells what it is asked:
   * executors differ by a few percent, locks under contention by a multiple, and tails by several.
   */
  double resolution() {
    if (isOfLatencies()) {
      return 0.5;
    }
    return role == Role.SWEEP || role == Role.KERNEL ? 0.05 : 0.15;
  }

  /** The name as JMH has it. */
  String benchmark() {
    return benchmarks.getCanonicalName() + "." + method;
  }

  /** The name as a file has it, and as a person reads it. */
  String id() {
    return TrialId.of(benchmark(), params, threads, mode);
  }

  /** This trial as one that the plan leaves out, with any number of threads. */
  Planned.NotRun notRun(String cause, String why) {
    return new Planned.NotRun("TRIAL", TrialId.of(benchmark(), params), construct.id(), cause, why);
  }

  /**
   * As the run directory has it.
   *
   * @param asked flame graphs that the plan wants of every trial
   * @param baseline id of the trial that it is compared with, or null
   */
  Planned.Trial planned(Set<Graph> asked, String baseline) {
    return new Planned.Trial(
        id(),
        benchmark(),
        construct.id(),
        params,
        threads,
        mode,
        unit,
        forks,
        heart(),
        sweep == null ? null : sweep.workload(),
        sweep == null ? null : sweep.workers(),
        sweep == null ? null : sweep.makespanBound(),
        baseline,
        role == null ? null : role.name(),
        sweep == null ? null : sweep.lock(),
        sweep == null ? null : sweep.chunk(),
        sweep == null ? null : sweep.tasks(),
        sweep == null ? null : sweep.steps(),
        sweep == null ? null : sweep.warm(),
        graphs(asked).stream().map(Graph::id).toList());
  }
}
