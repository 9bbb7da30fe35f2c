/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.SectionEntry.role;

import dev.lockstep.reports.judge.SectionEntry.CellEntry;
import dev.lockstep.reports.judge.SectionEntry.TableEntry;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Many tasks at once that wait, and the time until all are done. */
final class FanOutSection {
  static final String VIRTUAL = "VIRTUAL";
  private static final String SERIAL = "SERIAL";
  private static final String ROLE = "FAN_OUT";

  /** Kinds that give every task a thread of its own at once. */
  private static final Set<String> UNLIMITED = Set.of("NONE", "CARRIERS");

  static final SectionEntry ENTRY =
      new SectionEntry(
          "fanout",
          "Fan out",
          "many tasks at once that wait, and the time until all are done",
          "fan-out",
          List.of(
              TableEntry.of("Tasks that wait", "mechanism", role(ROLE))
                  .hint(
                      "time until all are done; below: by what the latencies alone take, one for"
                          + " mechanisms without a bound, ceil(tasks / workers) of them for pools;"
                          + " without latencies times as fast as the plain loop")
                  .splitBy(FanOutSection::setting)
                  .named(FanOutSection::workersOf)
                  .columns(
                      each -> String.valueOf(tasks(each)),
                      tasks -> Words.count(Long.parseLong(tasks)) + " tasks",
                      CellEntry.amount(
                          "",
                          each -> each.amount("time"),
                          FanOutSection::overIdeal,
                          FanOutSection::overSerial))
                  .withoutBadges()
                  .drawn("tasks", "time until all are done", true, true)),
          List.of(
              new BestRule(
                  "many-tasks",
                  "Fastest for most tasks that wait",
                  each -> each.is(ROLE) && latency(each) > 0 && isOfMostTasks(each),
                  each -> Words.count(tasks(each)) + " tasks of " + setting(each),
                  Measured::time,
                  FanOutSection::name,
                  each -> each.amount("time")),
              new CrossoverRule(
                  "crossover",
                  "From how many tasks on it is faster",
                  role(ROLE),
                  FanOutSection::isOfInterest,
                  FanOutSection::setting,
                  each -> tasks(each),
                  FanOutSection::name)),
          List.of(
              "The Python chapter says that coroutines overlap I/O and that threads are dear; a"
                  + " virtual thread is both: blocking code, and no thread of the system while it"
                  + " waits.",
              "Constructing a thread starts nothing, start() does; a pool starts its threads with"
                  + " the first tasks and keeps them, so a fan-out through it starts none. Neither"
                  + " needs a subclass of Thread, which most of the Python chapter makes: the work"
                  + " is handed in."));

  private FanOutSection() {}

  static long tasks(Measured each) {
    return (long) each.number("tasks", 0);
  }

  /** Returns the milliseconds that a task waits. */
  static double latency(Measured each) {
    return each.number("ioMillis", 0);
  }

  static boolean isOfRequests(Measured each) {
    return each.is(ROLE) && List.of("", "REQUEST").contains(each.at("work"));
  }

  static boolean isWithoutWork(Measured each) {
    return each.number("cpuTokens", 0) == 0;
  }

  private static boolean isLocked(Measured each) {
    return !List.of("", "NONE").contains(each.at("lock"));
  }

  /** Returns what tells settings apart, in words. */
  static String setting(Measured each) {
    List<String> parts = new ArrayList<>();
    if (each.at("work").equals("LIFE")) {
      parts.add("Game of Life, a task per cell");
    }
    parts.add(Quoted.name(each.at("io")) + " " + Words.figure(latency(each)) + " ms");
    if (!isWithoutWork(each)) {
      parts.add(Quoted.name(each.at("cpuTokens")) + " tokens of work");
    }
    if (isLocked(each)) {
      parts.add("lock " + Quoted.name(each.at("lock")));
    }
    return String.join(", ", parts);
  }

  /** Returns the workers of a kind that has a fixed number of them, otherwise null. */
  static Integer workers(Measured each) {
    if (each.kind().equals(SERIAL)) {
      return 1;
    }
    int given = (int) each.number("workers", 0);
    return switch (each.workersMean()) {
      case "NONE", "CARRIERS" -> null;
      case "SINGLE" -> 1;
      default -> given == 0 ? null : (Integer) given;
    };
  }

  private static String workersOf(Measured each) {
    Integer workers = workers(each);
    boolean told =
        workers != null && !each.kind().equals(SERIAL) && !each.workersMean().equals("SINGLE");
    return told ? Reasons.count(workers, "worker") : "";
  }

  /** Returns a mechanism with its workers. */
  static String name(Measured each) {
    String workers = workersOf(each);
    return each.kind() + (workers.isEmpty() ? "" : " of " + workers);
  }

  /**
   * Returns the milliseconds that the latencies alone take, or null: tasks wait in as many rounds
   * as workers need; a lock that is held per task lets only one wait at a time.
   */
  static Double ideal(Measured each) {
    Integer workers = workers(each);
    if (latency(each) == 0 || isLocked(each)) {
      return null;
    }
    if (workers == null) {
      return UNLIMITED.contains(each.workersMean()) ? (Double) latency(each) : null;
    }
    return rounds(tasks(each), workers) * latency(each);
  }

  /** Returns how many times the workers take a task each until none is left. */
  static long rounds(long tasks, int workers) {
    return (tasks + workers - 1) / workers;
  }

  private static String overIdeal(Measured each) {
    Double ideal = ideal(each);
    return ideal == null ? "" : Words.amount(each.amount("time").value() / 1e6 / ideal, "×");
  }

  private static String overSerial(Measured each) {
    Measured serial =
        each.beside(
            other ->
                isSameSetting(each, other)
                    && other.kind().equals(SERIAL)
                    && tasks(other) == tasks(each));
    return ideal(each) != null || serial == null || serial.id().equals(each.id())
        ? ""
        : Words.of(serial.over(each), "×") + " serial";
  }

  private static boolean isSameSetting(Measured one, Measured other) {
    return other.is(ROLE) && setting(one).equals(setting(other));
  }

  /** Whether no rivals have more tasks in its setting. */
  private static boolean isOfMostTasks(Measured each) {
    return each.run().of(ROLE).stream()
        .noneMatch(
            other ->
                isSameSetting(each, other)
                    && tasks(other) > tasks(each)
                    && other.beside(rival -> isRival(other, rival)) != null);
  }

  private static boolean isRival(Measured one, Measured other) {
    return tasks(one) == tasks(other)
        && isSameSetting(one, other)
        && !name(one).equals(name(other));
  }

  /** Virtual threads against every other kind, and every kind against the plain loop. */
  private static boolean isOfInterest(Measured one, Measured other) {
    return isRival(one, other)
        && (one.kind().equals(VIRTUAL)
            ? !other.kind().equals(VIRTUAL)
            : other.kind().equals(SERIAL) && !one.kind().equals(SERIAL));
  }
}
