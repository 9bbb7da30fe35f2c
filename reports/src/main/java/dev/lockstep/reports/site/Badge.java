/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Proof;
import java.util.List;

/**
 * What the ledger says of a construct's proofs.
 *
 * @param style CSS class
 * @param text the word in the badge
 * @param small the figures behind it
 */
public record Badge(String style, String text, String small) {

  /** Returns whether the figures are short enough to stand on one line. */
  public boolean brief() {
    return style.equals("ok") || style.equals("race");
  }

  /** Returns the badge of one proof. */
  static Badge of(Proof proof) {
    return switch (proof.status()) {
      case PROVEN ->
          proof.forbids()
              ? new Badge("ok", proof.words(), proven(proof))
              : new Badge("race", proof.words(), seen(proof));
      case BROKEN -> new Badge("no", proof.words(), proof.why());
      case INCONCLUSIVE -> new Badge("open", proof.words(), proof.why());
      case NOT_RUN -> new Badge("none", proof.words(), proof.why());
    };
  }

  /** Returns the badge of a construct: that of its worst proof, and how many more it has. */
  static Badge of(List<Proof> proofs) {
    Proof worst = null;
    int ran = 0;
    for (Proof proof : proofs) {
      ran += proof.planned() ? 1 : 0;
      if (worst == null || worse(proof, worst)) {
        worst = proof;
      }
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

  private static String proven(Proof proof) {
    String bound = proof.bound95() == null ? "" : " · bound " + Words.probability(proof.bound95());
    return "0 of " + Figures.samples(proof.samples()) + bound + " · twin caught";
  }

  private static String seen(Proof proof) {
    return "in "
        + Words.percent(proof.observed() / (double) proof.samples())
        + " of "
        + Figures.samples(proof.samples());
  }
}
