/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds trials whose counts are what they are for against those counts: without them there is a
 * time and nothing that it is the time of.
 */
final class CountCompleteness {
  /** What each role must have counted, and what of it cannot be 0. */
  private static final Map<String, List<String>> OWED =
      Map.of(
          "PIPELINE", List.of("invocations"),
          "HAND_MADE",
              List.of(
                  "polls",
                  "emptyPolls",
                  "lagMicros",
                  "idleCpuMicros",
                  "idleMillis",
                  "workersLeft",
                  "maxDepth"),
          "FAN_OUT", List.of("completed"),
          "FOOTPRINT",
              List.of("threads", "heapBytes", "reservedBytes", "committedBytes", "rssBytes"));

  private static final List<String> POSITIVE =
      List.of("invocations", "items", "idleMillis", "completed", "threads");

  private CountCompleteness() {}

  static void check(RunData data, Reasons reasons) {
    Map<String, List<String>> byLack = new LinkedHashMap<>();
    for (Plan.Trial trial : data.plan().trials()) {
      JmhResult result = data.prices() == null ? null : data.prices().get(trial.key());
      TrialRecord record = data.trials().get(trial.id());
      boolean voided = record != null && !record.measured();
      if (result != null && !voided && trial.role() != null) {
        lacks(trial, new Counted(result.counts()))
            .forEach(lack -> byLack.computeIfAbsent(lack, l -> new ArrayList<>()).add(trial.id()));
        lost(data, trial, new Counted(result.counts()), reasons);
      }
    }
    byLack.forEach(
        (lack, ids) ->
            reasons.incomplete(
                "jmh.json: %s %s (%s); %s."
                    .formatted(
                        Reasons.count(ids.size(), "trial"),
                        lack,
                        Reasons.named(ids),
                        Fault.AGAIN)));
  }

  private static List<String> lacks(Plan.Trial trial, Counted counted) {
    List<String> owed = new ArrayList<>(OWED.getOrDefault(trial.role(), List.of()));
    if (trial.is("PIPELINE") && trial.params().containsKey("queue")) {
      // Other lines have no queues of the suite that could count.
      owed.addAll(List.of("items", "takes", "polls", "emptyPolls", "maxDepth", "lagNanos"));
    }
    List<String> missing = new ArrayList<>();
    List<String> zero = new ArrayList<>();
    for (String name : owed) {
      Double total = counted.total(name);
      if (total == null) {
        missing.add(name);
      } else if (total == 0 && POSITIVE.contains(name)) {
        zero.add(name);
      }
    }
    List<String> lacks = new ArrayList<>();
    if (!missing.isEmpty()) {
      lacks.add("without " + String.join(", ", missing));
    }
    if (!zero.isEmpty()) {
      lacks.add("with no " + String.join(", ", zero) + " at all");
    }
    return lacks;
  }

  /** What promises to lose nothing must have finished all that it was given. */
  private static void lost(RunData data, Plan.Trial trial, Counted counted, Reasons reasons) {
    Double items = counted.total("items");
    Double runs = counted.total("invocations");
    if (!trial.is("PIPELINE") || items == null || items == 0 || runs == null || runs == 0) {
      return;
    }
    int stages = Pipelines.numbers(trial.params().getOrDefault("layout", "")).size();
    double owed = runs * Pipelines.ITEMS * stages;
    boolean exact =
        data.plan().constructs().stream()
            .anyMatch(
                each -> each.id().equals(trial.construct()) && "EXACT".equals(each.guarantee()));
    if (exact && stages > 0 && items != owed) {
      reasons.broken(
          "%s handed on %s items of %s although %s guarantees that none is lost or doubled."
              .formatted(
                  Quoted.name(trial.id()),
                  Words.count(Math.round(items)),
                  Words.count(Math.round(owed)),
                  Quoted.name(trial.construct())));
    }
  }
}
