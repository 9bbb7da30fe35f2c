/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sensitivity;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;

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

  /** Returns whether this says no more than that a test is held. */
  public boolean held() {
    return style.equals("held");
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
      case HELD -> new Badge("held", proof.words(), proof.held().words());
      case NOT_RUN, ALLOWED -> new Badge("none", proof.words(), proof.why());
    };
  }

  /** Returns the badge of one exhibit, which praises nothing and blames nothing. */
  static Badge of(Exhibit exhibit) {
    return switch (exhibit.status()) {
      case BROKEN -> new Badge("no", exhibit.words(), exhibit.why());
      case INCONCLUSIVE, NOT_RUN -> new Badge("open", exhibit.words(), exhibit.why());
      case ALLOWED, HELD, PROVEN ->
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
    String missed = twin.rate() == null ? "not run" : "not caught here";
    return twin.caught() ? new Badge("ok", "caught", "") : new Badge("held", missed, "");
  }

  /** Returns the badge of what one opinion says of a mutant. */
  static Badge of(Sensitivity.Opinion opinion) {
    return switch (opinion.answer()) {
      case CAUGHT -> new Badge("ok", "found", places(opinion));
      case MISSED -> new Badge("held", "not found here", places(opinion));
      case NOT_ASKED ->
          new Badge("none", "not asked", opinion.why() == null ? "" : Quoted.name(opinion.why()));
    };
  }

  /** Tests by their names; the ids of models begin with the construct, which stands beside. */
  private static String places(Sensitivity.Opinion opinion) {
    return opinion.by().equals("STRESS")
        ? String.join(", ", opinion.where().stream().map(Badge::template).toList())
        : "";
  }

  private static String template(String test) {
    String name = Words.simple(test);
    int twins = name.indexOf("Twins.");
    return twins < 0 ? name : name.substring(0, twins);
  }

  /**
   * Returns the badge of one model; that it found nothing is no proof and gets no colour of one.
   */
  static Badge of(Model model) {
    String style = model.refuted() ? "no" : model.agrees() ? "none" : "open";
    return new Badge(style, model.words(), model.why());
  }

  /**
   * Returns the badge of a construct: that of its worst proof, and how many more it has. Of proofs
   * that are equally good it is the one that tells of the guarantee, and has the least power. What
   * an exhibit shows stands there if no proof ran, or if only parts of a construct without
   * guarantee are proven; it never reads as proven. A violation that the model checker found
   * outweighs every proof.
   */
  static Badge of(Report report, Plan.Construct construct) {
    for (Model model : report.models()) {
      if (model.refuted() && construct.id().equals(model.construct())) {
        return of(model);
      }
    }
    boolean racy = "RACY".equals(construct.guarantee());
    Proof worst = null;
    int ran = 0;
    boolean raced = false;
    for (Proof proof : report.proofs()) {
      if (construct.id().equals(proof.construct())) {
        ran += proof.planned() ? 1 : 0;
        raced |= proof.planned() && !proof.forbids();
        worst = worst == null || worse(proof, worst, racy) ? proof : worst;
      }
    }
    Exhibit exhibit = exhibit(report, construct.id());
    boolean partly = racy && !raced && ran > 0 && worst.status() == Status.PROVEN;
    if (exhibit != null && (ran == 0 || partly || exhibit.status() == Status.BROKEN)) {
      Badge badge = of(exhibit);
      String beside =
          worst == null || exhibit.status() == Status.BROKEN
              ? ""
              : partly ? proofs(" · ", ran) : " · no proof ran, " + worst.why();
      return new Badge(badge.style(), badge.text(), badge.small() + beside);
    }
    if (worst == null && construct.pure()) {
      return pure(report, construct);
    }
    if (worst == null) {
      return new Badge("no", "no proof", "nothing shows that it is correct");
    }
    Badge badge = of(worst);
    if (ran < 2) {
      return badge;
    }
    String small =
        worst.status() == Status.PROVEN && worst.forbids()
            ? badge.small() + " · weakest of " + ran
            : badge.small() + proofs(" · ", ran);
    return new Badge(badge.style(), badge.text(), small);
  }

  /** A function without shared state owes no proof, but answers that are right. */
  private static Badge pure(Report report, Plan.Construct construct) {
    for (Price price : report.prices()) {
      if (construct.id().equals(price.construct())
          && price.notes().stream().anyMatch(note -> note.startsWith("WRONG_RESULT"))) {
        return new Badge("no", "wrong", "gave a wrong result");
      }
    }
    return new Badge("none", "pure", "checked against the oracle at every call");
  }

  private static String proofs(String before, int count) {
    return before + count + (count == 1 ? " proof" : " proofs");
  }

  /** What the plan left out must not hide what ran. */
  private static boolean worse(Proof proof, Proof other, boolean racy) {
    if (proof.planned() != other.planned()) {
      return proof.planned();
    }
    if (proof.status() != other.status()) {
      return proof.status().compareTo(other.status()) < 0;
    }
    if (proof.forbids() != other.forbids()) {
      return proof.forbids() != racy;
    }
    if (proof.power() != null && other.power() != null) {
      return proof.power() < other.power();
    }
    return proof.samples() < other.samples();
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
    return "0 of " + Figures.samples(proof.samples()) + " · power " + Figures.power(proof.power());
  }

  private static String seen(long observed, long samples) {
    return "in " + Words.percent(observed / (double) samples) + " of " + Figures.samples(samples);
  }
}
