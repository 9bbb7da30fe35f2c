/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.run.Plan;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import dev.lockstep.jcstress.proof.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProofPlanTest {

  @ParameterizedTest
  @EnumSource(Plan.class)
  void noTestMayPassWithoutASample(Plan plan) {
    assertThat(Proofs.all())
        .isNotEmpty()
        .allSatisfy(test -> assertThat(ProofPlan.of(plan).floor(test)).isPositive());
  }

  @Test
  void everyCounterOwesTenMillionSamplesInTheDefaultPlan() {
    assertThat(Proofs.all())
        .filteredOn(test -> test.role() == Role.PROOF)
        .filteredOn(test -> test.construct().startsWith("counter:"))
        .extracting(test -> ProofPlan.of(Plan.QUICK).floor(test))
        .containsOnly(10_000_000L);
  }

  @Test
  void theFloorsGrowFromPlanToPlan() {
    ProofTest counter =
        Proofs.all().stream().filter(test -> test.role() == Role.PROOF).findFirst().orElseThrow();
    long before = 0;
    for (Plan plan : Plan.values()) {
      assertThat(ProofPlan.of(plan).floor(counter)).isGreaterThan(before);
      before = ProofPlan.of(plan).floor(counter);
    }
  }
}
