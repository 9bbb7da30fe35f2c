/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that was seen of one test, added up over configurations and forks.
 *
 * @param results how many forks gave a result
 * @param forbidden count of outcomes that must never be seen
 * @param forbiddenWords which outcomes these were
 * @param forbiddenIn the first configuration that saw one, or null
 * @param shortfall what is missing or went wrong in a configuration, or null
 */
record Sightings(
    int results,
    long samples,
    Map<String, Long> outcomes,
    long forbidden,
    String forbiddenWords,
    String forbiddenIn,
    String shortfall,
    List<Proof.Configuration> configurations) {

  static Sightings of(Plan.Proof planned, List<JcstressResult> results) {
    Set<String> names = new LinkedHashSet<>(planned.forks().keySet());
    results.forEach(each -> names.add(each.configuration()));
    Map<String, Long> outcomes = new TreeMap<>();
    Set<String> words = new TreeSet<>();
    List<Proof.Configuration> configurations = new ArrayList<>();
    long samples = 0;
    long forbidden = 0;
    String forbiddenIn = null;
    String shortfall = null;
    for (String name : names) {
      List<JcstressResult> forks =
          results.stream()
              .filter(each -> each.configuration().equals(name))
              .sorted(Comparator.comparingInt(JcstressResult::fork))
              .toList();
      Proof.Configuration one =
          configuration(planned, name, planned.forks().getOrDefault(name, 0), forks);
      configurations.add(one);
      one.outcomes().forEach((id, n) -> outcomes.merge(id, n, Long::sum));
      samples += one.samples();
      forbidden += one.forbidden();
      if (one.forbidden() > 0 && forbiddenIn == null) {
        forbiddenIn = name;
      }
      if (shortfall == null) {
        shortfall = shortfall(one, forks);
      }
      for (JcstressResult fork : forks) {
        for (JcstressResult.Outcome each : fork.outcomes()) {
          if (each.forbidden() && each.count() > 0) {
            words.add(
                (each.expect().equals("UNKNOWN") ? "unknown outcome " : "forbidden outcome ")
                    + Words.outcome(each.id()));
          }
        }
      }
    }
    return new Sightings(
        results.size(),
        samples,
        outcomes,
        forbidden,
        String.join(" and ", words),
        forbiddenIn,
        shortfall,
        configurations);
  }

  private static Proof.Configuration configuration(
      Plan.Proof planned, String name, int owed, List<JcstressResult> forks) {
    Map<String, Long> outcomes = new TreeMap<>();
    String status = forks.isEmpty() ? "MISSING" : "NORMAL";
    long samples = 0;
    long forbidden = 0;
    Integer firstSeen = null;
    for (JcstressResult fork : forks) {
      samples += fork.samples();
      if (status.equals("NORMAL")) {
        status = fork.status();
      }
      for (JcstressResult.Outcome each : fork.outcomes()) {
        outcomes.merge(each.id(), each.count(), Long::sum);
        forbidden += each.forbidden() ? each.count() : 0;
        boolean telling = each.forbidden() || planned.mustObserve().contains(each.id());
        if (telling && each.count() > 0 && firstSeen == null) {
          firstSeen = fork.fork();
        }
      }
    }
    boolean bounded = planned.forbids() && forbidden == 0 && samples > 0;
    return new Proof.Configuration(
        name,
        status,
        forks.size(),
        owed,
        samples,
        outcomes,
        forbidden,
        bounded ? (Double) (3.0 / samples) : null,
        firstSeen);
  }

  private static String shortfall(Proof.Configuration one, List<JcstressResult> forks) {
    String name = Quoted.name(one.name());
    if (forks.size() < one.forksPlanned()) {
      return "configuration %s gave %s of %s planned results"
          .formatted(name, forks.size(), one.forksPlanned());
    }
    if (!one.status().equals("NORMAL")) {
      return "%s in configuration %s".formatted(one.status(), name);
    }
    for (JcstressResult fork : forks) {
      if (fork.samples() == 0) {
        return "configuration %s took zero samples in fork %s".formatted(name, fork.fork());
      }
    }
    return null;
  }
}
