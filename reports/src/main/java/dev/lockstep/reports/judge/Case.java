/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run has to say of one claim: figures, evidence, and what would decide it. */
final class Case {
  private static final int NAMED = 8;

  private final List<String> here = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();
  private final Set<String> trials = new LinkedHashSet<>();
  private final List<Comparison> compared = new ArrayList<>();
  private final Map<String, Shown> verdicts = new LinkedHashMap<>();

  /** Returns a case of comparisons, with the range of each group of them. */
  static Case of(List<Comparison> comparisons) {
    Case made = new Case().compare(comparisons).name(comparisons);
    Map<String, List<Comparison>> groups = new LinkedHashMap<>();
    for (Comparison each : comparisons) {
      groups.computeIfAbsent(each.group(), group -> new ArrayList<>()).add(each);
    }
    groups.forEach((group, mine) -> made.here((Quoted.name(group) + " " + range(mine)).strip()));
    return made;
  }

  private static String range(List<Comparison> group) {
    List<Double> values = group.stream().map(each -> each.figure().value()).sorted().toList();
    String low = Words.figure(values.get(0));
    String high = Words.figure(values.get(values.size() - 1));
    return (low.equals(high) ? low : low + "–" + high) + group.get(0).unit();
  }

  /** Adds comparisons that decide the case, and the trials that they are of. */
  Case compare(List<Comparison> comparisons) {
    compared.addAll(comparisons);
    comparisons.forEach(each -> trials.addAll(each.trials()));
    return this;
  }

  /** Adds comparisons to the evidence, the first few of many. */
  Case name(List<Comparison> comparisons) {
    comparisons.stream().limit(NAMED).forEach(each -> evidence.add(each.words()));
    if (comparisons.size() > NAMED) {
      evidence.add("and so on for %s more".formatted(comparisons.size() - NAMED));
    }
    return this;
  }

  /** Adds a figure that stands in the column "here". */
  Case here(String figure) {
    here.add(figure);
    return this;
  }

  /** Adds a line of evidence and the trials that it comes from. */
  Case evidence(String line, String... from) {
    evidence.add(line);
    trials.addAll(List.of(from));
    return this;
  }

  /** Names trials that the claim rests on. */
  Case from(List<String> ids) {
    trials.addAll(ids);
    return this;
  }

  Case holds(Shown shown) {
    return verdict("HOLDS", shown);
  }

  Case refuted(Shown shown) {
    return verdict("REFUTED", shown);
  }

  /** Says what has to be shown for a verdict; of several, at most one can be true. */
  Case verdict(String verdict, Shown shown) {
    verdicts.put(verdict, shown);
    return this;
  }

  /** Whether anything was measured. */
  boolean any() {
    return !evidence.isEmpty();
  }

  /** Whether intervals decide it, so that chance has a part in it. */
  boolean byIntervals() {
    return !compared.isEmpty();
  }

  /** Returns whether forks are lacking for an interval. */
  boolean lacksForks() {
    return compared.stream().anyMatch(each -> each.figure().forks() < ForkStatistics.FEWEST_FORKS);
  }

  /** Returns the fewest forks that a trial of it has. */
  int forks() {
    return compared.stream().mapToInt(each -> each.figure().forks()).min().orElse(0);
  }

  /** Returns how often chance alone would give one of its verdicts though none is true. */
  double chance() {
    double least = verdicts.values().stream().mapToDouble(Shown::chance).min().orElse(1);
    return Math.min(1, verdicts.size() * least);
  }

  /** Returns the verdict for which most speaks. */
  String likeliest() {
    return Collections.min(
        verdicts.keySet(), Comparator.comparingDouble(verdict -> verdicts.get(verdict).chance()));
  }

  /** Returns how many forks of each trial would decide it at a level, or 0 if none would. */
  int enough(double level) {
    return verdicts.values().stream()
        .mapToInt(shown -> shown.forks(level / verdicts.size()))
        .filter(forks -> forks > 0)
        .min()
        .orElse(0);
  }

  /** Returns the difference that all its comparisons tell apart, as a share. */
  double detectable() {
    return compared.stream().mapToDouble(each -> each.detectable()).max().orElse(0);
  }

  String here() {
    return here.isEmpty() ? "–" : String.join(", ", here);
  }

  List<String> evidence() {
    return evidence;
  }

  List<String> trials() {
    return List.copyOf(trials);
  }
}
