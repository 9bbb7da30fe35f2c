/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.FanOut;
import dev.lockstep.reports.report.Kernels;
import dev.lockstep.reports.report.Pipelines;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.report.Units;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;

/** The claim ledger: sentences that people say about threads, decided by rule. */
final class Claims {
  private Claims() {}

  static List<Claim> decide(
      RunData data,
      List<Proof> proofs,
      List<Price> prices,
      List<Sweep> sweeps,
      List<Experiment> experiments,
      Executors executors,
      Kernels kernels,
      Pipelines pipelines,
      FanOut fanOut,
      Units units) {
    Plan plan = data.plan();
    List<Claim> claims = new ArrayList<>();
    claims.add(CounterClaims.unlockedLoses(proofs, experiments));
    claims.add(CounterClaims.lockedNeverLoses(plan, proofs, prices));
    claims.add(CounterClaims.barrierMakesTheRace(plan, experiments));
    List<Claim> ofPrices = new ArrayList<>();
    ofPrices.add(ScalingClaims.noSpeedup(plan.cores(), sweeps));
    ofPrices.add(ScalingClaims.slowerThanSerial(plan.cores(), sweeps));
    ofPrices.add(ScalingClaims.coresAreRight(plan.cores(), sweeps, prices));
    ofPrices.addAll(PoolClaims.decide(plan.cores(), proofs, prices, sweeps, executors));
    ofPrices.addAll(KernelClaims.decide(kernels, sweeps));
    ofPrices.addAll(QueueClaims.decide(pipelines));
    ofPrices.addAll(FanOutClaims.decide(fanOut));
    ofPrices.addAll(UnitClaims.decide(units));
    ofPrices.forEach(claim -> claims.add(warm(claim, data)));
    if (!plan.evidence()) {
      return claims.stream().map(claim -> undecided(claim, "smoke is not evidence")).toList();
    }
    if (data.environment() != null && data.environment().limited()) {
      return claims.stream().map(claim -> undecided(claim, "a CPU quota stopped it")).toList();
    }
    return claims;
  }

  /** What is claimed of time has no fork for a side that had not warmed up. */
  private static Claim warm(Claim claim, RunData data) {
    return claim.trials().stream()
        .filter(id -> data.trials().containsKey(id) && data.trials().get(id).isWarming())
        .findFirst()
        .map(id -> undecided(claim, id + " was still warming when it was measured"))
        .orElse(claim);
  }

  private static Claim undecided(Claim claim, String why) {
    return new Claim(
        claim.id(),
        claim.claim(),
        claim.seed(),
        claim.here(),
        "UNDECIDED",
        why,
        claim.evidence(),
        claim.trials());
  }
}
