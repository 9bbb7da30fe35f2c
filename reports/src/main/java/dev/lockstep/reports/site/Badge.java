/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.report.Twin;

/**
 * A status as it stands in a table.
 *
 * @param style CSS class
 * @param text the word in the badge
 * @param small the figures behind it
 */
public record Badge(String style, String text, String small) {

  /** Returns whether this is as it must be; its figures are short enough to stand on one line. */
  public boolean good() {
    return style.equals("ok") || style.equals("race");
  }

  /** Returns the badge of one proof. */
  static Badge of(Proof proof) {
    return switch (proof.status()) {
      case PROVEN ->
          proof.forbids()
              ? new Badge("ok", proof.words(), proven(proof))
              : new Badge("race", proof.words(), seen(proof.observed(), proof.samples()));
      case BROKEN -> new Badge("no", proof.words(), proof.why());
      case INCONCLUSIVE -> new Badge("open", proof.words(), proof.why());
      case NOT_RUN, ALLOWED -> new Badge("none", proof.words(), proof.why());
    };
  }

  /** Returns the badge of one exhibit, which praises nothing and blames nothing. */
  static Badge of(Exhibit exhibit) {
    return switch (exhibit.status()) {
      case BROKEN -> new Badge("no", exhibit.words(), exhibit.why());
      case INCONCLUSIVE, NOT_RUN -> new Badge("open", exhibit.words(), exhibit.why());
      case ALLOWED, PROVEN ->
          new Badge(
              "none",
              exhibit.words(),
              exhibit.seen()
                  ? seen(exhibit.observed(), exhibit.samples())
                  : "in none of " + Figures.samples(exhibit.samples()));
    };
  }

  /** Returns the badge of one twin. */
  static Badge of(Twin twin) {
    return twin.caught() ? new Badge("ok", "caught", "") : new Badge("no", "not caught", "");
  }

  /** Returns the badge of one model; that it holds is no proof and gets no colour of one. */
  static Badge of(Model model) {
    String style = model.refuted() ? "no" : model.agrees() ? "none" : "open";
    return new Badge(style, model.words(), model.why());
  }

  /**
   * Returns the badge of a construct: that of its worst proof, and how many more it has. Without a
   * proof that ran, what an exhibit shows stands there; it never reads as proven. A violation that
   * the model checker found outweighs every proof.
   */
  static Badge of(Report report, String construct) {
    for (Model model : report.models()) {
      if (model.refuted() && construct.equals(model.construct())) {
        return of(model);
      }
    }
    Proof worst = null;
    int ran = 0;
    for (Proof proof : report.proofs()) {
      if (construct.equals(proof.construct())) {
        ran += proof.planned() ? 1 : 0;
        worst = worst == null || worse(proof, worst) ? proof : worst;
      }
    }
    Exhibit exhibit = exhibit(report, construct);
    if (exhibit != null && (ran == 0 || exhibit.status() == Status.BROKEN)) {
      Badge badge = of(exhibit);
      String unproven = worst == null || ran > 0 ? "" : " · no proof ran, " + worst.why();
      return new Badge(badge.style(), badge.text(), badge.small() + unproven);
    }
    if (worst == null) {
      return new Badge("no", "no proof", "nothing shows that it is correct");
    }
    Badge badge = of(worst);
    String more = ran > 1 ? " · " + ran + " proofs" : "";
    return new Badge(badge.style(), badge.text(), badge.small() + more);
  }

  /** What the plan left out must not hide what ran. */
  private static boolean worse(Proof proof, Proof other) {
    return proof.planned() == other.planned()
        ? proof.status().compareTo(other.status()) < 0
        : proof.planned();
  }

  /** Returns the worst exhibit of a construct, of equal ones one that was seen, or null. */
  private static Exhibit exhibit(Report report, String construct) {
    Exhibit worst = null;
    for (Exhibit each : report.exhibits()) {
      if (construct.equals(each.construct())) {
        int order = worst == null ? -1 : each.status().compareTo(worst.status());
        worst = order < 0 || (order == 0 && each.seen()) ? each : worst;
      }
    }
    return worst;
  }

  private static String proven(Proof proof) {
    String bound = proof.bound95() == null ? "" : " · bound " + Words.probability(proof.bound95());
    return "0 of " + Figures.samples(proof.samples()) + bound + " · twin caught";
  }

  private static String seen(long observed, long samples) {
    return "in " + Words.percent(observed / (double) samples) + " of " + Figures.samples(samples);
  }
}
