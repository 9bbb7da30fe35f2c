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
import java.util.ArrayList;
import java.util.List;

/** The claim ledger: sentences that people say about threads, decided by rule. */
final class Claims {
  private Claims() {}

  static List<Claim> decide(
      Plan plan,
      List<Proof> proofs,
      List<Price> prices,
      List<Sweep> sweeps,
      List<Experiment> experiments,
      Executors executors,
      Kernels kernels,
      Pipelines pipelines,
      FanOut fanOut,
      Units units,
      boolean limited) {
    List<Claim> claims = new ArrayList<>();
    claims.add(CounterClaims.unlockedLoses(proofs, experiments));
    claims.add(CounterClaims.lockedNeverLoses(plan, proofs, prices));
    claims.add(CounterClaims.barrierMakesTheRace(plan, experiments));
    claims.add(ScalingClaims.noSpeedup(plan.cores(), sweeps));
    claims.add(ScalingClaims.slowerThanSerial(plan.cores(), sweeps));
    claims.add(ScalingClaims.coresAreRight(plan.cores(), sweeps, prices));
    claims.addAll(PoolClaims.decide(plan.cores(), proofs, prices, sweeps, executors));
    claims.addAll(KernelClaims.decide(kernels, sweeps));
    claims.addAll(QueueClaims.decide(pipelines));
    claims.addAll(FanOutClaims.decide(fanOut));
    claims.addAll(UnitClaims.decide(units));
    if (!plan.evidence()) {
      return claims.stream().map(claim -> undecided(claim, "smoke is not evidence")).toList();
    }
    if (limited) {
      return claims.stream().map(claim -> undecided(claim, "a CPU quota stopped it")).toList();
    }
    return claims;
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
