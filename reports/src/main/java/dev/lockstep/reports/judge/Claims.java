/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.judge.Sayings.Saying;
import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claim ledger: sentences that people say about threads, decided by what intervals show, and by
 * counts and proofs where there is nothing to compare.
 *
 * <p>Who asks 25 questions is told something wrong by chance more often than who asks one. So the
 * verdicts that intervals decide are chosen together, by the rule of Benjamini and Hochberg: of
 * those that are given, chance gives no more than one in twenty on average.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg,
 *     Controlling the false discovery rate, 1995</a>
 */
final class Claims {
  private static final double FALSE_SHARE = 0.05;
  private static final String UNDECIDED = "UNDECIDED";

  private final Facts run;
  private final List<Double> chances = new ArrayList<>();

  private Claims(Facts run) {
    this.run = run;
  }

  static List<Claim> decide(Facts run) {
    Claims claims = new Claims(run);
    List<Case> cases = Sayings.ALL.stream().map(saying -> saying.ask().apply(run)).toList();
    for (Case each : cases) {
      if (claims.open(each).isEmpty() && each.any() && each.byIntervals()) {
        claims.chances.add(each.chance());
      }
    }
    List<Claim> decided = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      decided.add(claims.claim(Sayings.ALL.get(i), cases.get(i)));
    }
    return decided;
  }

  private Claim claim(Saying saying, Case found) {
    Optional<String> open = open(found);
    boolean measured = found.any();
    String verdict = UNDECIDED;
    String why = saying.what() + ": " + saying.rule();
    if (open.isPresent()) {
      why = open.get();
    } else if (!measured) {
      why =
          "%s: not measured here; it takes another plan%s"
              .formatted(saying.what(), run.cores() < 2 ? ", or more cores than one" : "");
    } else if (!found.byIntervals()) {
      verdict = found.chance() == 0 ? found.likeliest() : UNDECIDED;
      why +=
          verdict.equals(UNDECIDED) ? ". Undecided: part of it was not seen or measured here" : "";
    } else if (found.chance() <= level(0)) {
      verdict = found.likeliest();
    } else {
      why += ". " + takes(found);
    }
    return new Claim(
        saying.id(),
        saying.text(),
        saying.claimed(),
        measured ? found.here() : "–",
        verdict,
        why,
        open.isEmpty() && found.byIntervals() ? (Double) found.chance() : null,
        found.evidence(),
        found.trials());
  }

  /** Why nothing is decided on this run, or not on these trials. */
  private Optional<String> open(Case found) {
    RunData data = run.data();
    if (!data.plan().evidence()) {
      return Optional.of("smoke is not evidence");
    }
    if (data.environment() != null && data.environment().limited()) {
      return Optional.of("a CPU quota stopped it");
    }
    if (!found.byIntervals()) {
      return Optional.empty();
    }
    return found.trials().stream()
        .filter(id -> data.trials().containsKey(id) && data.trials().get(id).isWarming())
        .findFirst()
        .map(id -> id + " was still warming when it was measured");
  }

  /**
   * Returns the chance up to which verdicts are given: the largest of which, among so many claims,
   * no more than one in twenty would be by chance.
   *
   * @param more claims that are to be decided beside those that are
   */
  private double level(int more) {
    return level(chances, more);
  }

  static double level(List<Double> chances, int more) {
    List<Double> sorted = chances.stream().sorted().toList();
    int decided = 0;
    for (int i = 0; i < sorted.size(); i++) {
      decided = sorted.get(i) <= FALSE_SHARE * (i + 1) / sorted.size() ? i + 1 : decided;
    }
    return FALSE_SHARE * Math.min(sorted.size(), decided + more) / Math.max(1, sorted.size());
  }

  /** Says what it would take to decide a claim. */
  private String takes(Case found) {
    if (found.lacksForks()) {
      return "Undecided: it takes %s forks of each trial".formatted(ForkStatistics.FEWEST_FORKS);
    }
    String apart =
        "Undecided: these %s forks tell apart differences of %s"
            .formatted(found.forks(), Words.percent(found.detectable()));
    int forks = found.enough(level(1));
    return forks == 0
        ? apart
            + ", and the figures, as they are, neither hold nor refute it, with however many forks"
        : "%s; if the figures stay as they are, it takes %s of each trial".formatted(apart, forks);
  }
}
