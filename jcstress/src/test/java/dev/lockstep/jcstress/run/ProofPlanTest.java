/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.core.run.Plan;
import dev.lockstep.jcstress.proof.Pace;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import dev.lockstep.jcstress.proof.Role;
import dev.lockstep.jcstress.run.ProofPlan.Choice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProofPlanTest {

  private static final List<ProofTest> ALL = Proofs.all();

  private static ProofTest test(String name) {
    return ALL.stream()
        .filter(test -> test.test().equals("dev.lockstep.jcstress." + name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void noTestMayPassWithoutASample(Plan name) {
    ProofPlan plan = ProofPlan.of(name);
    assertThat(ALL)
        .isNotEmpty()
        .allSatisfy(test -> assertThat(plan.floor(test)).isPositive())
        .allSatisfy(test -> assertThat(plan.configurationFloor(test)).isPositive())
        .allSatisfy(test -> assertThat(plan.choices(test)).isNotEmpty());
  }

  @Test
  void everyCounterOwesTenMillionSamplesInTheDefaultPlan() {
    assertThat(ALL)
        .filteredOn(ProofPlan::isHeart)
        .hasSizeGreaterThan(20)
        .extracting(test -> ProofPlan.of(Plan.QUICK).floor(test))
        .containsOnly(10_000_000L);
    assertThat(ALL)
        .filteredOn(test -> test.role() == Role.PROOF)
        .filteredOn(test -> test.construct().startsWith("counter:"))
        .allMatch(ProofPlan::isHeart);
  }

  @ParameterizedTest
  @EnumSource(Pace.class)
  void theFloorsGrowFromPlanToPlan(Pace pace) {
    ProofTest proof =
        ALL.stream()
            .filter(test -> test.role() == Role.PROOF && test.pace() == pace)
            .filter(test -> !ProofPlan.goesStale(test))
            .findFirst()
            .orElseThrow();
    long before = 0;
    for (Plan plan : Plan.values()) {
      assertThat(ProofPlan.of(plan).floor(proof)).isGreaterThanOrEqualTo(Math.max(1, before));
      before = ProofPlan.of(plan).floor(proof);
    }
    assertThat(before).isGreaterThan(ProofPlan.of(Plan.SMOKE).floor(proof));
  }

  @Test
  void theNightAimsAtThreeBillionSamplesOfTheHeart() {
    ProofPlan night = ProofPlan.of(Plan.NIGHTLY);
    assertThat(night.target(test("counter.LockedCounter.Atomic"))).isEqualTo(3_000_000_000L);
    assertThat(night.target(test("counter.CounterRace.PlainIncrement"))).isZero();
    assertThat(night.target(test("lock.TryLock.Semaphore"))).isZero();
    assertThat(ProofPlan.of(Plan.QUICK).target(test("counter.LockedCounter.Atomic"))).isZero();
  }

  @Test
  void whatWaitsHalfAMinuteIsLeftToTheLongPlans() {
    assertThat(ALL).filteredOn(ProofPlan::goesStale).hasSize(3);
    assertThat(left(Plan.SMOKE)).isEmpty();
    assertThat(left(Plan.QUICK)).isEmpty();
    assertThat(left(Plan.NIGHTLY)).hasSize(3);
  }

  @Test
  void whatAQueueIsAskedAtOnceIsAskedOneByOneInTheLongPlans() {
    List<ProofTest> single = ALL.stream().filter(ProofPlan::isOneOfMany).toList();
    assertThat(single).hasSizeGreaterThan(30);
    for (ProofTest test : single) {
      assertThat(ProofPlan.of(Plan.QUICK).whyNot(test)).contains("QueueSafety");
      assertThat(ProofPlan.of(Plan.NIGHTLY).whyNot(test)).isNull();
    }
  }

  @Test
  void everyQueueIsProvenInTheDefaultPlan() {
    ProofPlan quick = ProofPlan.of(Plan.QUICK);
    for (QueueKind kind : QueueKind.values()) {
      assertThat(ALL)
          .filteredOn(test -> kind.id().equals(test.construct()))
          .filteredOn(test -> test.role() == Role.PROOF && quick.whyNot(test) == null)
          .as(kind.id())
          .isNotEmpty()
          .allMatch(
              test ->
                  test.mustObserve().isEmpty() == (kind.guarantee() == EXACT)
                      || test.test().endsWith("EmptyThenTake"));
    }
  }

  private static List<String> left(Plan plan) {
    return ALL.stream()
        .filter(ProofPlan::goesStale)
        .filter(test -> ProofPlan.of(plan).whyNot(test) == null)
        .map(ProofTest::test)
        .toList();
  }

  @Test
  void twinsRunWhereTheyAreCaughtSoonest() {
    ProofTest twin = test("counter.LockedCounterMutants.LockPerThread");
    assertThat(ProofPlan.of(Plan.QUICK).choices(twin)).containsExactly(Choice.C2);
    assertThat(ProofPlan.of(Plan.NIGHTLY).choices(twin)).doesNotContain(Choice.INTERPRETER);
    assertThat(ProofPlan.of(Plan.NIGHTLY).splits(twin)).isFalse();
    assertThat(ProofPlan.of(Plan.QUICK).floor(twin)).isEqualTo(1);
  }

  @Test
  void onlyTwoActorsAreCompiledApart() {
    ProofPlan night = ProofPlan.of(Plan.NIGHTLY);
    assertThat(night.splits(test("counter.LockedCounter.Atomic"))).isTrue();
    assertThat(night.splits(test("counter.CounterRace.FiveSensors"))).isFalse();
    assertThat(night.splits(test("sync.StopSignals.EventSet"))).isFalse();
  }

  @Test
  void theOptionsOfUsersAreTriedOnLocks() {
    ProofTest monitor = test("counter.LockedCounter.Synchronized");
    assertThat(ProofPlan.of(Plan.QUICK).options(monitor)).containsExactly(UserOption.values());
    assertThat(ProofPlan.of(Plan.QUICK).options(test("counter.LockedCounter.Atomic"))).isEmpty();
    assertThat(ProofPlan.of(Plan.NIGHTLY).options(test("counter.LockedCounter.Atomic"))).hasSize(4);
    assertThat(ProofPlan.of(Plan.NIGHTLY).options(test("counter.CounterRace.PlainIncrement")))
        .isEmpty();
    assertThat(ProofPlan.of(Plan.SMOKE).options(monitor)).isEmpty();
  }
}
