/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
    Map<String, List<Measured>> byWorkload = new LinkedHashMap<>();
    for (Measured each : run.observations().sweeps()) {
      Plan.Trial trial = each.trial();
      if (each.kind().equals("FIXED")
          && Comparisons.isOfSeed(trial)
          && trial.plain()
          && trial.workers() != null) {
        byWorkload.computeIfAbsent(trial.workload(), list -> new ArrayList<>()).add(each);
      }
    }
    Case found = new Case();
    List<Comparison> all = new ArrayList<>();
    for (Map.Entry<String, List<Measured>> each : byWorkload.entrySet()) {
      if (each.getValue().size() < 2) {
        continue; // of one count there is nothing to choose
      }
      List<Comparison> others = againstCores(run, each.getKey(), each.getValue());
      if (others.isEmpty()) {
        return new Case();
      }
      all.addAll(others);
      String workers =
          fastest(each.getValue()).stream()
              .map(fast -> fast.trial().workers())
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

  private static List<Comparison> againstCores(Facts run, String workload, List<Measured> counts) {
    List<Comparison> others = new ArrayList<>();
    for (Measured cores : counts) {
      for (Measured other : counts) {
        int workers = other.trial().workers();
        if (cores.trial().workers() == run.cores() && workers != run.cores()) {
          String name =
              "FIXED on %s: time of %s by that of as many as cores"
                  .formatted(Quoted.name(workload), Reasons.count(workers, "worker"));
          others.add(
              new Comparison("", name, other.over(cores), "×", List.of(other.id(), cores.id())));
        }
      }
    }
    return others;
  }

  /** Returns the fastest, and after it those that intervals do not tell apart from it. */
  private static List<Measured> fastest(List<Measured> some) {
    Measured best = Collections.min(some, Comparator.comparingDouble(each -> each.time().log()));
    List<Measured> fastest = new ArrayList<>(List.of(best));
    for (Measured each : some) {
      if (!each.id().equals(best.id()) && !each.isSlowerThan(best)) {
        fastest.add(each);
      }
    }
    return fastest;
  }

  /** Every kernel in C that tries every number against every one in Java. */
  static Case fastestInC(Facts run) {
    Map<String, List<Measured>> byFunction = new LinkedHashMap<>();
    for (Measured each : run.observations().of("KERNEL")) {
      if (KernelSection.triesEveryNumber(each)) {
        byFunction.computeIfAbsent(each.at("function"), f -> new ArrayList<>()).add(each);
      }
    }
    Case found = new Case();
    List<Shown> inC = new ArrayList<>();
    List<Shown> inJava = new ArrayList<>();
    for (List<Measured> kernels : byFunction.values()) {
      List<Measured> c = kernels.stream().filter(BestClaims::isInC).toList();
      List<Measured> java = kernels.stream().filter(each -> !isInC(each)).toList();
      if (c.isEmpty() || java.isEmpty()) {
        return new Case();
      }
      inC.add(ahead(c, java, found));
      inJava.add(ahead(java, c, found));
      List<Measured> bestC = fastest(c);
      List<Measured> bestJava = fastest(java);
      Comparison best = Comparisons.ratio(bestJava.get(0), bestC.get(0));
      found.here(Words.figure(best.figure().value()) + "×").name(List.of(best));
      found.evidence("fastest in C: %s, in Java: %s".formatted(names(bestC), names(bestJava)));
    }
    return found.holds(new Shown.All(inC)).refuted(new Shown.Any(inJava));
  }

  private static boolean isInC(Measured each) {
    return each.kind().equals("C") || each.kind().startsWith("C_");
  }

  /** That one of some is ahead of all of the others. */
  private static Shown ahead(List<Measured> some, List<Measured> others, Case found) {
    List<Shown> any = new ArrayList<>();
    for (Measured fast : some) {
      List<Comparison> all = others.stream().map(slow -> Comparisons.ratio(slow, fast)).toList();
      found.compare(all);
      any.add(Condition.all(Condition.above(Sayings.MORE)).of(all));
    }
    return new Shown.Any(any);
  }

  private static String names(List<Measured> kernels) {
    return String.join(" or ", kernels.stream().map(Measured::kind).toList());
  }
}
