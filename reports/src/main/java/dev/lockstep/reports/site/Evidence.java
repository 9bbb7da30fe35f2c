/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence with the trials that it comes from.
 *
 * @param style CSS class, or an empty text
 * @param head the part that is read first
 * @param rest the part behind it
 * @param more how many trials are not named
 */
public record Evidence(String style, String head, String rest, List<Page.Trial> trials, int more) {
  private static final int NAMED = 6;

  /** Returns the answers, those without an answer last and together. */
  static List<Evidence> of(Report report, List<Finding> findings) {
    Map<String, Price> prices = new HashMap<>();
    report.prices().forEach(price -> prices.put(price.trial(), price));
    List<Evidence> all = new ArrayList<>();
    List<String> alike = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.isFound()) {
        all.add(evidence(finding.sentence(), finding.trials(), prices));
      } else {
        (finding.measured() ? alike : open).add(finding.question());
      }
    }
    open(all, "Not told apart by this run:", alike);
    open(all, "Not measured in this plan:", open);
    return all;
  }

  private static void open(List<Evidence> all, String head, List<String> questions) {
    if (!questions.isEmpty()) {
      String rest = " " + Quoted.line(String.join("; ", questions)) + ".";
      all.add(new Evidence("open-question", head, rest, List.of(), 0));
    }
  }

  private static Evidence evidence(String sentence, List<String> ids, Map<String, Price> prices) {
    String line = Quoted.line(sentence);
    int colon = line.indexOf(": ");
    List<Page.Trial> trials = new ArrayList<>();
    for (String id : ids.subList(0, Math.min(NAMED, ids.size()))) {
      trials.add(new Page.Trial(Quoted.name(id), LedgerViews.flame(prices.get(id))));
    }
    return new Evidence(
        "",
        colon < 0 ? line : line.substring(0, colon + 1),
        colon < 0 ? "" : line.substring(colon + 1),
        trials,
        ids.size() - trials.size());
  }
}
