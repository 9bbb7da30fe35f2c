/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the figures of a run tell. Everything that is compared for a sentence is decided together,
 * by the rule that decides the claims: of what is told apart, chance gives no more than one in
 * twenty on average, and on pure noise almost every run tells nothing.
 */
final class Findings {
  private final Observations run;
  private final Map<Rule, List<Comparison>> compared = new LinkedHashMap<>();
  private final double level;

  Findings(List<SectionEntry> entries, Observations run) {
    this.run = run;
    List<Double> chances = new ArrayList<>();
    for (SectionEntry entry : entries) {
      for (Rule rule : entry.rules()) {
        List<Comparison> all = rule.comparisons(run);
        compared.put(rule, all);
        all.forEach(each -> chances.add(each.chance()));
      }
    }
    this.level = run.areEvidence() ? Claims.level(chances, 0) : 0;
  }

  List<Finding> of(SectionEntry entry) {
    List<Finding> found = new ArrayList<>();
    for (Rule rule : entry.rules()) {
      Map<String, List<Comparison>> groups = new LinkedHashMap<>();
      for (Comparison each : compared.get(rule)) {
        groups.computeIfAbsent(each.group(), group -> new ArrayList<>()).add(each);
      }
      if (groups.isEmpty()) {
        found.add(new Finding(rule.id(), rule.question(), false, "", List.of()));
      }
      groups.forEach((group, all) -> found.add(finding(rule, group, all)));
    }
    return found;
  }

  private Finding finding(Rule rule, String group, List<Comparison> all) {
    Set<Comparison> shown = new HashSet<>();
    Set<String> trials = new LinkedHashSet<>();
    for (Comparison each : all) {
      if (level > 0 && each.chance() <= level && rule.tells(each)) {
        shown.add(each);
        trials.addAll(each.trials());
      }
    }
    String answer = shown.isEmpty() ? "" : rule.answer(run, all, shown);
    String question = rule.question() + (group.isEmpty() ? "" : ", " + group);
    return new Finding(
        rule.id(),
        question,
        true,
        answer.isEmpty() ? "" : question + ": " + answer + ".",
        answer.isEmpty() ? List.of() : List.copyOf(trials));
  }
}
