/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TestRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that was seen of one test, per configuration and in the order in which it arrived.
 *
 * @param enough with so many sightings of a row in a fork it has shown the row there
 * @param results in that order
 * @param samples over all configurations and forks
 * @param outcomes the same, id to count
 * @param forbidden which forbidden outcomes were seen and in which configurations, or null
 * @param failed in which configuration a thread of the test threw or did not end, or null
 * @param shortfall what configurations owe and did not give, or null
 */
record Sightings(
    long enough,
    List<JcstressResult> results,
    long samples,
    Map<String, Long> outcomes,
    String forbidden,
    String failed,
    String shortfall,
    List<Configuration> configurations) {

  private static final int NAMED = 3;
  private static final Comparator<JcstressResult> ARRIVAL =
      Comparator.comparingInt(JcstressResult::order)
          .thenComparing(JcstressResult::configuration)
          .thenComparingInt(JcstressResult::fork);

  /** Returns what was seen of each planned test, by its name. */
  static Map<String, Sightings> byTest(RunData data) {
    Map<String, List<JcstressResult>> results = new HashMap<>();
    if (data.proofs() != null) {
      for (JcstressResult each : data.proofs()) {
        results.computeIfAbsent(each.test(), test -> new ArrayList<>()).add(each);
      }
    }
    Map<List<String>, TestRate> rates = new HashMap<>();
    data.rates().forEach(each -> rates.put(List.of(each.test(), each.configuration()), each));
    Map<String, Sightings> sightings = new LinkedHashMap<>();
    for (PlannedTest planned : data.plan().proofs()) {
      sightings.putIfAbsent(
          planned.test(), of(planned, results.getOrDefault(planned.test(), List.of()), rates));
    }
    return sightings;
  }

  private static Sightings of(
      PlannedTest planned, List<JcstressResult> results, Map<List<String>, TestRate> rates) {
    Set<String> names = new LinkedHashSet<>(planned.forks().keySet());
    results.forEach(each -> names.add(each.configuration()));
    Map<String, Long> outcomes = new TreeMap<>();
    List<Configuration> configurations = new ArrayList<>();
    List<String> shortfalls = new ArrayList<>();
    long samples = 0;
    for (String name : names) {
      List<JcstressResult> forks =
          results.stream()
              .filter(each -> each.configuration().equals(name))
              .sorted(Comparator.comparingInt(JcstressResult::fork))
              .toList();
      ConfigurationJudge judge = new ConfigurationJudge(planned, name, forks);
      Configuration one = judge.judge(rates.get(List.of(planned.test(), name)));
      configurations.add(one);
      one.outcomes().forEach((id, n) -> outcomes.merge(id, n, Long::sum));
      samples += one.samples();
      if (judge.shortfall() != null) {
        shortfalls.add(judge.shortfall());
      }
    }
    return new Sightings(
        planned.sightings(),
        results.stream().sorted(ARRIVAL).toList(),
        samples,
        outcomes,
        forbidden(results, configurations),
        failed(results),
        shortfall(shortfalls),
        configurations);
  }

  /** Returns whether a configuration gave fewer results than it owes. */
  boolean isShort() {
    return configurations.stream().anyMatch(each -> each.forks() < each.forksPlanned());
  }

  /** Returns how many forks took samples. */
  int forks() {
    return (int) results.stream().filter(each -> each.samples() > 0).count();
  }

  /** Returns how often any outcome of a row was seen. */
  long count(List<String> row) {
    return row.stream().distinct().mapToLong(id -> outcomes.getOrDefault(id, 0L)).sum();
  }

  /** Returns how often a row was seen, fork by fork. */
  Rate rate(List<String> row) {
    return Rate.of(results, row, enough);
  }

  /** Returns the counts of the outcomes, those not seen with 0. */
  Map<String, Long> counts(List<String> ids) {
    Map<String, Long> counts = new TreeMap<>();
    ids.forEach(id -> counts.put(id, outcomes.getOrDefault(id, 0L)));
    return counts;
  }

  /** A count is told against the samples of its own configuration, never against all. */
  private static String forbidden(
      List<JcstressResult> results, List<Configuration> configurations) {
    Set<String> words = new TreeSet<>();
    for (JcstressResult result : results) {
      for (JcstressResult.Outcome each : result.outcomes()) {
        if (each.forbidden() && each.count() > 0) {
          words.add(
              (each.expect().equals("UNKNOWN") ? "unknown outcome " : "forbidden outcome ")
                  + Words.outcome(each.id()));
        }
      }
    }
    List<String> places = new ArrayList<>();
    for (Configuration each : configurations) {
      if (each.forbidden() > 0) {
        places.add(
            "%s (%s of %s samples)"
                .formatted(
                    Quoted.name(each.name()),
                    Words.count(each.forbidden()),
                    Words.count(each.samples())));
      }
    }
    if (places.isEmpty()) {
      return null;
    }
    String named = String.join(", ", places.subList(0, Math.min(NAMED, places.size())));
    String more = places.size() > NAMED ? " and " + (places.size() - NAMED) + " more" : "";
    return String.join(" and ", words) + " seen in " + named + more;
  }

  private static String failed(List<JcstressResult> results) {
    for (JcstressResult each : results) {
      if (each.failed()) {
        return "%s in configuration %s%s"
            .formatted(
                each.status(),
                Quoted.name(each.configuration()),
                each.message().isEmpty() ? "" : ", " + Quoted.name(each.message()));
      }
    }
    return null;
  }

  private static String shortfall(List<String> shortfalls) {
    return switch (shortfalls.size()) {
      case 0 -> null;
      case 1 -> shortfalls.get(0);
      case 2 -> shortfalls.get(0) + ", and another one falls short";
      default -> shortfalls.get(0) + ", and %s others fall short".formatted(shortfalls.size() - 1);
    };
  }
}
