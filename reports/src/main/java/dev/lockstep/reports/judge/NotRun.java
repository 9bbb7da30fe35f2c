/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan left out openly, all for the same reason.
 *
 * @param things what they are, counted, such as "3 proofs"
 * @param names of all of them, sorted
 */
public record NotRun(String things, String why, List<String> names) {

  /** Returns the groups of what this machine cannot run, and a larger one could. */
  public static List<NotRun> forWantOfMachine(List<Plan.LeftOut> leftOut) {
    return grouped(leftOut.stream().filter(Plan.LeftOut::machine).toList());
  }

  /** Returns one group per kind and reason, sorted by both. */
  public static List<NotRun> grouped(List<Plan.LeftOut> leftOut) {
    Map<String, Map<String, List<String>>> byKind = new TreeMap<>();
    for (Plan.LeftOut out : leftOut) {
      byKind
          .computeIfAbsent(out.kind(), kind -> new TreeMap<>())
          .computeIfAbsent(out.why(), why -> new ArrayList<>())
          .add(out.kind().equals("PROOF") ? Words.simple(out.id()) : Quoted.name(out.id()));
    }
    List<NotRun> groups = new ArrayList<>();
    byKind.forEach(
        (kind, byWhy) ->
            byWhy.forEach(
                (why, names) -> {
                  Collections.sort(names);
                  String things = Reasons.count(names.size(), kind.toLowerCase(Locale.ROOT));
                  groups.add(new NotRun(things, Quoted.name(why), names));
                }));
    return groups;
  }

  /** Returns the first names, as many as a sentence can bear. */
  public List<String> first() {
    return names.subList(0, Math.min(Reasons.NAMED, names.size()));
  }

  /** Returns the names that a sentence would leave out. */
  public List<String> rest() {
    return names.subList(first().size(), names.size());
  }

  /** Returns how it is told, up to the names. */
  public String head() {
    return things + " not run here (" + why + "): ";
  }
}
