/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A claim on its way to a verdict: collects what was found, and says so if that was nothing. */
final class Ruled {
  private final String id;
  private final String text;
  private final String claimed;
  private final List<String> here = new ArrayList<>();
  private final List<String> evidence = new ArrayList<>();
  private final Set<String> trials = new LinkedHashSet<>();

  Ruled(String id, String text, String claimed) {
    this.id = id;
    this.text = text;
    this.claimed = claimed;
  }

  /** Adds a figure that stands in the column "here". */
  Ruled here(String figure) {
    here.add(figure);
    return this;
  }

  /** Adds a line of evidence and the trials that it comes from. */
  Ruled evidence(String line, String... from) {
    evidence.add(line);
    trials.addAll(List.of(from));
    return this;
  }

  /** Names a trial that the claim rests on. */
  void from(String trial) {
    trials.add(trial);
  }

  boolean any() {
    return !evidence.isEmpty();
  }

  /** Returns the claim: undecided, with the reason, if there is no evidence. */
  Claim decide(boolean holds, boolean refuted, String rule, String noData) {
    return verdict(holds ? "HOLDS" : refuted ? "REFUTED" : "UNDECIDED", rule, noData);
  }

  Claim verdict(String verdict, String rule, String noData) {
    return new Claim(
        id,
        text,
        claimed,
        any() && !here.isEmpty() ? String.join(", ", here) : "–",
        any() ? verdict : "UNDECIDED",
        any() ? rule : noData,
        evidence,
        List.copyOf(trials));
  }
}
