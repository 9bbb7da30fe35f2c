/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a person calls a trial: its construct, and what else it was measured with. */
final class TrialNames {
  private final Map<String, Plan.Construct> constructs = new HashMap<>();

  TrialNames(List<Plan.Construct> constructs) {
    constructs.forEach(each -> this.constructs.put(each.id(), each));
  }

  /** Returns the whole name. */
  String of(Price price) {
    List<String> parts = new ArrayList<>(List.of(label(price)));
    parts.addAll(facts(price));
    return String.join(", ", parts);
  }

  /** Returns a name of one of two trials that holds only what tells them apart. */
  String beside(Price price, Price other) {
    List<String> parts = new ArrayList<>(facts(price));
    parts.removeAll(facts(other));
    boolean alike = label(price).equals(label(other)) && parts.isEmpty();
    parts.add(0, alike ? method(price) : label(price));
    return String.join(", ", parts);
  }

  /** Returns what two trials have in common beside their constructs. */
  List<String> shared(Price price, Price other) {
    List<String> parts = new ArrayList<>(facts(price));
    parts.retainAll(facts(other));
    return parts;
  }

  private String label(Price price) {
    Plan.Construct construct = constructs.get(price.construct());
    return construct == null ? method(price) : Quoted.name(construct.label());
  }

  /** What it was measured with, beside what its construct says. */
  private List<String> facts(Price price) {
    Plan.Construct construct = constructs.get(price.construct());
    List<String> facts = new ArrayList<>();
    for (Map.Entry<String, String> each : new TreeMap<>(price.params()).entrySet()) {
      if (construct == null || !each.getValue().equals(construct.name())) {
        facts.add(Quoted.name(each.getKey() + " " + each.getValue()));
      }
    }
    if (price.threads() > 1) {
      facts.add(price.threads() + " threads");
    }
    return facts;
  }

  private static String method(Price price) {
    String name = price.benchmark();
    int last = name.lastIndexOf('.');
    return Quoted.name(name.substring(name.lastIndexOf('.', Math.max(0, last - 1)) + 1));
  }

  static String id(Price price) {
    return Quoted.line(price.trial());
  }
}
