/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.SectionEntry.role;

import dev.lockstep.reports.judge.SectionEntry.CellEntry;
import dev.lockstep.reports.judge.SectionEntry.TableEntry;
import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.run.Quoted;
import java.util.List;
import java.util.Objects;

/** What executors make of other lists than those of the charts, of locks and of larger chunks. */
final class SettingsSection {
  private static final String NONE = "NONE";

  static final SectionEntry ENTRY =
      new SectionEntry(
          "settings",
          "Executors on other work",
          "speed-up over SERIAL of the same list; below: share of what these tasks allow on so many"
              + " workers and cores",
          "",
          List.of(
              TableEntry.of("Under an emulated global lock", "kind", SettingsSection::isOfLocks)
                  .hint(
                      "PER_TASK holds the lock for a whole task, FAIR_SLICE for a slice of steps by"
                          + " turns, STRIPED are two locks; each worker process has its own")
                  .named(each -> Quoted.name(each.trial().workload()) + workers(each))
                  .columns(SettingsSection::lock, lock -> "lock " + lock, speedups())
                  .sortedBy(each -> 0)
                  .withoutBadges(),
              TableEntry.of("Several tasks at a time", "kind", SettingsSection::isOfChunks)
                  .hint("by the number of tasks that are handed over at a time")
                  .named(each -> Quoted.name(each.trial().workload()) + workers(each))
                  .columns(
                      each -> String.valueOf(chunk(each)), chunk -> "chunk " + chunk, speedups())
                  .sortedBy(each -> 0)
                  .withoutBadges()
                  .drawn("tasks handed over at a time", "speed-up", true, false),
              TableEntry.of("Other lists", "kind", SettingsSection::isOfOtherLists)
                  .splitBy(SettingsSection::sort)
                  .named(each -> workers(each).replaceFirst("^, ", ""))
                  .columns(each -> Quoted.name(each.trial().workload()), list -> list, speedups())
                  .sortedBy(each -> 0)
                  .withoutBadges(),
              TableEntry.of("Start of a worker process", "archive", role("START"))
                  .hint("from the start of a JVM to its first answer")
                  .named(each -> Quoted.name(String.join(", ", each.trial().params().values())))
                  .cells(CellEntry.metric("time", "time"))
                  .withoutBadges()),
          List.of(
              new PairRule(
                  "locks",
                  "Time under a lock",
                  SettingsSection::isOfLocks,
                  (locked, free) ->
                      isLocked(locked)
                          && lock(free).equals(NONE)
                          && isSameWork(locked, free)
                          && chunk(locked) == chunk(free),
                  each -> "",
                  Measured::time,
                  (locked, free) ->
                      "%s, %s, %s%s %%s that without"
                          .formatted(
                              locked.kind(),
                              lock(locked),
                              Quoted.name(locked.trial().workload()),
                              workers(locked))),
              new PairRule(
                  "chunks",
                  "Time one by one",
                  SettingsSection::isOfChunks,
                  (single, many) ->
                      chunk(single) == 1
                          && chunk(many) > 1
                          && isSameWork(single, many)
                          && lock(single).equals(lock(many)),
                  each -> "",
                  Measured::time,
                  (single, many) ->
                      "%s, %s %%s that in chunks of %s"
                          .formatted(
                              single.kind(), Quoted.name(single.trial().workload()), chunk(many))),
              new BestRule(
                  "archive",
                  "Fastest start of a worker process",
                  role("START"),
                  each -> "",
                  Measured::time,
                  each -> Quoted.name(String.join(", ", each.trial().params().values())),
                  each -> each.amount("time"))),
          List.of());

  private SettingsSection() {}

  private static String lock(Measured each) {
    return each.trial().lock() == null ? NONE : each.trial().lock();
  }

  private static int chunk(Measured each) {
    return each.trial().chunk() == null ? 1 : each.trial().chunk();
  }

  private static boolean isLocked(Measured each) {
    return each.trial().sweep() && !lock(each).equals(NONE);
  }

  private static String workers(Measured each) {
    Integer workers = each.trial().workers();
    return workers == null ? "" : ", " + Reasons.count(workers, "worker");
  }

  private static boolean isSameWork(Measured one, Measured other) {
    return one.trial().sweep()
        && other.trial().sweep()
        && one.trial().construct().equals(other.trial().construct())
        && one.trial().workload().equals(other.trial().workload())
        && Objects.equals(one.trial().workers(), other.trial().workers());
  }

  /** What is under a lock, and the same without. */
  private static boolean isOfLocks(Measured each) {
    return each.trial().sweep()
        && chunk(each) == 1
        && each.beside(other -> isLocked(other) && chunk(other) == 1 && isSameWork(each, other))
            != null;
  }

  private static boolean isOfChunks(Measured each) {
    return each.trial().sweep()
        && !isLocked(each)
        && each.beside(other -> chunk(other) > 1 && !isLocked(other) && isSameWork(each, other))
            != null;
  }

  private static boolean isOfOtherLists(Measured each) {
    return each.trial().sweep()
        && each.trial().plain()
        && !each.trial().workload().endsWith(ExecutorsJudge.SEED)
        && !each.id().equals(each.trial().baseline());
  }

  private static String sort(Measured each) {
    String workload = each.trial().workload();
    if (workload.startsWith(GrainJudge.PREFIX)) {
      return "the same work in ever larger tasks";
    }
    if (workload.startsWith("AMDAHL_")) {
      return "a known share of the steps under one lock";
    }
    return workload.matches(".*_X[0-9]+") ? "those of the charts, repeated" : "the rest";
  }

  private static CellEntry speedups() {
    return CellEntry.amount("", SettingsSection::speedup, SettingsSection::ofBound);
  }

  private static Amount speedup(Measured each) {
    Estimate speedup = each.speedup();
    return speedup == null ? null : speedup.amount("×");
  }

  private static String ofBound(Measured each) {
    Amount speedup = speedup(each);
    Double bound = each.trial().makespanBound();
    if (speedup == null || bound == null) {
      return "";
    }
    Integer workers = each.trial().workers();
    int cores = each.run().cores();
    double least = Math.min(Math.min(bound, cores), workers == null ? cores : workers);
    return Words.percent(speedup.value() / least) + " of bound";
  }
}
