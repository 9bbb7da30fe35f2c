/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/** What is claimed of counters with and without a lock. */
final class CounterClaims {
  private static final String PLAIN = "CounterRace.PlainIncrement";
  private static final double CHANCE = 0.05;

  private CounterClaims() {}

  /** One loss is enough to hold; that none was seen would refute nothing. */
  static Claim unlockedLoses(List<Proof> proofs, List<Experiment> experiments) {
    List<String> evidence = new ArrayList<>();
    boolean seen = false;
    for (Proof proof : proofs) {
      if (proof.test().replace('$', '.').endsWith("." + PLAIN)) {
        seen = proof.status() == Status.PROVEN;
        evidence.add(Words.simple(proof.test()) + ": " + proof.words() + ", " + proof.why());
      }
    }
    List<String> trials = new ArrayList<>();
    boolean lost = false;
    String here = "–";
    for (Experiment each : experiments) {
      if (each.kind().equals("VOLATILE") && each.startBarrier()) {
        trials.add(each.trial());
        lost = each.shotsThatLost() > 0;
        here =
            Words.count(Math.round(each.smallestFound()))
                + " of "
                + Words.count(Math.round(each.expected()));
        evidence.add(
            "%s VOLATILE with start barrier: %s of %s shots lost updates, smallest count %s"
                .formatted(Experiments.BENCHMARK, each.shotsThatLost(), each.shots(), here));
      }
    }
    return new Claim(
        "unlocked-loses",
        "an unlocked counter loses updates",
        "249,414 of 500,000",
        here,
        seen && lost ? "HOLDS" : "UNDECIDED",
        seen && lost
            ? "the race was seen, and five sensors lost updates"
            : "the race or the loss of the five sensors was not seen, which refutes nothing",
        evidence,
        trials);
  }

  static Claim lockedNeverLoses(Plan plan, List<Proof> proofs, List<Price> prices) {
    Set<String> exact = new HashSet<>();
    for (Plan.Construct each : plan.constructs()) {
      if (each.family().equals("counter") && "EXACT".equals(each.guarantee())) {
        exact.add(each.id());
      }
    }
    int all = 0;
    int proven = 0;
    int held = 0;
    boolean broken = false;
    for (Proof proof : proofs) {
      if (exact.contains(proof.construct()) && proof.planned()) {
        all++;
        proven += proof.status() == Status.PROVEN ? 1 : 0;
        held += proof.status() == Status.HELD ? 1 : 0;
        broken |= proof.status() == Status.BROKEN;
      }
    }
    List<String> trials = new ArrayList<>();
    double lost = 0;
    double expected = 0;
    for (Price price : prices) {
      if (exact.contains(price.construct()) && price.lost() != null) {
        trials.add(price.trial());
        lost += price.lost();
        expected += price.expected();
      }
    }
    String verdict = "UNDECIDED";
    if (broken || lost > 0) {
      verdict = "REFUTED";
    } else if (all > 0 && proven == all && expected > 0) {
      verdict = "HOLDS";
    }
    String here =
        expected == 0
            ? "–"
            : Words.count(Math.round(lost)) + " of " + Words.count(Math.round(expected)) + " lost";
    return new Claim(
        "locked-exact",
        "a locked counter never does",
        "500,000 of 500,000",
        here,
        verdict,
        "holds if every proof of an exact counter is proven and no exact trial lost an update",
        List.of(
            "%s of %s proofs of exact counters proven, %s held".formatted(proven, all, held),
            "exact trials: " + here),
        trials);
  }

  /** Shots are pooled over the racy kinds; Fisher's exact test keeps a few lucky ones apart. */
  static Claim barrierMakesTheRace(Plan plan, List<Experiment> experiments) {
    Set<String> racy = new HashSet<>();
    for (Plan.Construct each : plan.constructs()) {
      if ("RACY".equals(each.guarantee())) {
        racy.add(each.id());
      }
    }
    int[] shots = new int[2];
    int[] losing = new int[2];
    List<String> evidence = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    for (Experiment each : experiments) {
      if (racy.contains(each.construct())) {
        trials.add(each.trial());
        int side = each.startBarrier() ? 1 : 0;
        shots[side] += each.shots();
        losing[side] += each.shotsThatLost();
        evidence.add(
            "%s %s start barrier: %s of %s shots lost updates"
                .formatted(
                    Quoted.name(each.kind()),
                    each.startBarrier() ? "with" : "without",
                    each.shotsThatLost(),
                    each.shots()));
      }
    }
    String verdict = "UNDECIDED";
    String why = "the experiment was not measured both with and without a barrier";
    String here = "–";
    if (shots[0] > 0 && shots[1] > 0) {
      double without = losing[0] / (double) shots[0];
      double with = losing[1] / (double) shots[1];
      here = Words.percent(without) + " of shots without, " + Words.percent(with) + " with";
      if (chance(losing[1], shots[1], losing[0], shots[0]) < CHANCE) {
        verdict = "HOLDS";
        why = "more shots lose with the barrier than without (Fisher's exact test, 5 %)";
      } else if (chance(losing[0], shots[0], losing[1], shots[1]) < CHANCE) {
        verdict = "REFUTED";
        why = "more shots lose without the barrier than with it (Fisher's exact test, 5 %)";
      } else {
        why = "the shares differ no more than chance allows (Fisher's exact test, 5 %)";
      }
    }
    return new Claim(
        "barrier",
        "without a start barrier the race is hard to get",
        "a comment",
        here,
        verdict,
        why,
        evidence,
        trials);
  }

  /** Returns the probability of at least so many hits on side a if both sides were alike. */
  static double chance(int hitsA, int shotsA, int hitsB, int shotsB) {
    return new HypergeometricDistribution(shotsA + shotsB, hitsA + hitsB, shotsA)
        .upperCumulativeProbability(hitsA);
  }
}
