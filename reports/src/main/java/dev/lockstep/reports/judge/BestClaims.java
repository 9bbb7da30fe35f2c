/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Claims about what is best of many. The best of many points looks better than it is, so each is
 * held against each, and what cannot be told apart from the best is named with it.
 */
final class BestClaims {
  /** Who takes no longer than the others by more than this has chosen well enough. */
  private static final double WELL = 0.95;

  private BestClaims() {}

  /** Every other count of workers against as many as cores. */
  static Case coresAreRight(Facts run) {
    Map<String, List<Plan.Trial>> byWorkload = new LinkedHashMap<>();
    for (Plan.Trial trial : run.trials().sweeps()) {
      if (RoleTrials.kind(trial).equals("FIXED")
          && Comparisons.isOfSeed(trial)
          && trial.plain()
          && trial.workers() != null) {
        byWorkload.computeIfAbsent(trial.workload(), list -> new ArrayList<>()).add(trial);
      }
    }
    Case found = new Case();
    List<Comparison> all = new ArrayList<>();
    for (Map.Entry<String, List<Plan.Trial>> each : byWorkload.entrySet()) {
      if (each.getValue().size() < 2) {
        continue; // of one count there is nothing to choose
      }
      List<Comparison> others = againstCores(run, each.getKey(), each.getValue());
      if (others.isEmpty()) {
        return new Case();
      }
      all.addAll(others);
      String workers =
          run.trials().fastest(each.getValue()).stream()
              .map(Plan.Trial::workers)
              .sorted()
              .map(String::valueOf)
              .collect(Collectors.joining(" or "));
      found.here(
          "fastest on %s with %s workers on %s cores"
              .formatted(Quoted.name(each.getKey()), workers, run.cores()));
    }
    return found
        .compare(all)
        .name(all)
        .holds(Condition.all(Condition.above(WELL)).of(all))
        .refuted(Condition.one(Condition.below(WELL)).of(all));
  }

  private static List<Comparison> againstCores(
      Facts run, String workload, List<Plan.Trial> counts) {
    List<Comparison> others = new ArrayList<>();
    for (Plan.Trial cores : counts) {
      for (Plan.Trial other : counts) {
        if (cores.workers() == run.cores() && other.workers() != run.cores()) {
          String name =
              "FIXED on %s: time of %s by that of as many as cores"
                  .formatted(Quoted.name(workload), Reasons.count(other.workers(), "worker"));
          Estimate times = run.trials().times(other, cores);
          others.add(new Comparison("", name, times, "×", List.of(other.id(), cores.id())));
        }
      }
    }
    return others;
  }

  /** Every kernel in C that tries every number against every one in Java. */
  static Case fastestInC(Facts run) {
    Map<String, List<Plan.Trial>> byFunction = new LinkedHashMap<>();
    for (Plan.Trial trial : run.trials().of("KERNEL")) {
      if (!KernelJudge.SHORTER.contains(RoleTrials.kind(trial))) {
        String function = trial.params().getOrDefault("function", "");
        byFunction.computeIfAbsent(function, list -> new ArrayList<>()).add(trial);
      }
    }
    Case found = new Case();
    List<Shown> inC = new ArrayList<>();
    List<Shown> inJava = new ArrayList<>();
    for (List<Plan.Trial> kernels : byFunction.values()) {
      List<Plan.Trial> c = kernels.stream().filter(BestClaims::isInC).toList();
      List<Plan.Trial> java = kernels.stream().filter(trial -> !isInC(trial)).toList();
      if (c.isEmpty() || java.isEmpty()) {
        return new Case();
      }
      inC.add(ahead(run, c, java, found));
      inJava.add(ahead(run, java, c, found));
      List<Plan.Trial> bestC = run.trials().fastest(c);
      List<Plan.Trial> bestJava = run.trials().fastest(java);
      Comparison best = Comparisons.ratio(run, bestJava.get(0), bestC.get(0));
      found.here(Words.figure(best.figure().value()) + "×").name(List.of(best));
      found.evidence("fastest in C: %s, in Java: %s".formatted(names(bestC), names(bestJava)));
    }
    return found.holds(new Shown.All(inC)).refuted(new Shown.Any(inJava));
  }

  private static boolean isInC(Plan.Trial trial) {
    String kind = RoleTrials.kind(trial);
    return kind.equals("C") || kind.startsWith("C_");
  }

  /** That one of some is ahead of all of the others. */
  private static Shown ahead(
      Facts run, List<Plan.Trial> some, List<Plan.Trial> others, Case found) {
    List<Shown> any = new ArrayList<>();
    for (Plan.Trial fast : some) {
      List<Comparison> all =
          others.stream().map(slow -> Comparisons.ratio(run, slow, fast)).toList();
      found.compare(all);
      any.add(Condition.all(Condition.above(Sayings.MORE)).of(all));
    }
    return new Shown.Any(any);
  }

  private static String names(List<Plan.Trial> trials) {
    return String.join(" or ", trials.stream().map(RoleTrials::kind).map(Quoted::name).toList());
  }
}
