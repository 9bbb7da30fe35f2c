/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.jcstress.proof.Pace;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import dev.lockstep.jcstress.proof.Role;
import dev.lockstep.jcstress.proof.TwinRole;
import dev.lockstep.jcstress.run.ProofPlan.Choice;
import dev.lockstep.run.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProofPlanTest {

  private static final List<ProofTest> ALL = Proofs.all();
  private static final ProofPlan QUICK = ProofPlan.of(Plan.QUICK);
  private static final Set<Construct> EXECUTORS_OF_THE_NIGHT =
      Set.of(
          ExecutorKind.SERIAL,
          ExecutorKind.CACHED,
          ExecutorKind.MAP_CONCURRENT,
          ExecutorKind.BOUNDED_CALLER_RUNS,
          ExecutorKind.ACTOR,
          ExecutorKind.EVENT_LOOP,
          ExecutorKind.VIRTUAL_LIMITED);

  private static final Set<String> NOT_PRICED =
      Set.of("pair", "stack", "map", "rwlock", "lock", "unit", "link", "future");
  private static final ProofPlan NIGHTLY = ProofPlan.of(Plan.NIGHTLY);

  private static ProofTest test(String name) {
    return ALL.stream()
        .filter(test -> test.test().equals("dev.lockstep.jcstress." + name))
        .findFirst()
        .orElseThrow();
  }

  private static List<ProofTest> planned(ProofPlan plan) {
    return ALL.stream().filter(test -> plan.whyNot(test) == null).toList();
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyTestHasAConfiguration(Plan plan) {
    assertThat(planned(ProofPlan.of(plan)))
        .isNotEmpty()
        .allMatch(test -> !ProofPlan.of(plan).choices(test).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(
      value = Plan.class,
      names = {"QUICK", "NIGHTLY", "FULL"})
  void whatProvesHasItsForksInTheFirstRound(Plan name) {
    ProofPlan plan = ProofPlan.of(name);
    assertThat(planned(plan))
        .filteredOn(test -> test.forbids() || test.role() == Role.TWIN)
        .allMatch(test -> plan.choices(test).size() >= ProofPlan.LEAST_FORKS);
  }

  @Test
  void theNightLeavesNothingOut() {
    assertThat(planned(NIGHTLY)).hasSameSizeAs(ALL);
  }

  /** Store buffering with its control, and coherence with its sibling; the night asks the rest. */
  @Test
  void quickAsksWhatTellsMostAboutOrder() {
    assertThat(planned(QUICK))
        .extracting(ProofTest::test)
        .filteredOn(name -> name.startsWith("dev.lockstep.jcstress.order."))
        .map(name -> name.replace("dev.lockstep.jcstress.order.", ""))
        .containsExactlyInAnyOrder(
            "StoreBuffering.Plain",
            "StoreBuffering.Volatile",
            "StoreBuffering.FullFence",
            "StoreBufferingTwins.NoFence",
            "Coherence.Plain",
            "Coherence.Opaque");
    assertThat(QUICK.choices(test("order.StoreBuffering.Plain"))).containsExactly(Choice.C2);
  }

  @Test
  void aSiblingIsSilentInTheInterpreter() {
    assertThat(NIGHTLY.choices(test("order.Coherence.Plain")))
        .containsExactlyInAnyOrderElementsOf(Choice.COMPILED);
    assertThat(NIGHTLY.choices(test("order.StoreBufferingTwins.NoFence"))).hasSize(3);
    assertThat(NIGHTLY.choices(test("order.Coherence.Opaque"))).contains(Choice.INTERPRETER);
    assertThat(ProofPlan.of(Plan.SMOKE).choices(test("order.Coherence.Plain")))
        .containsExactly(Choice.C2);
  }

  /** What a plan has of proofs it has of their controls, or no proof of it could have power. */
  @ParameterizedTest
  @EnumSource(
      value = Plan.class,
      names = {"QUICK", "NIGHTLY", "FULL"})
  void everyPlannedRowHasAPlannedControl(Plan name) {
    List<String> planned = planned(ProofPlan.of(name)).stream().map(ProofTest::test).toList();
    for (ProofTest proof : planned(ProofPlan.of(name))) {
      for (ProofTest.Row row : proof.rows()) {
        assertThat(row.controls())
            .as(proof.test() + row.outcomes())
            .anyMatch(control -> planned.contains(control.twin()));
      }
    }
  }

  /**
   * The loop of the caller has nothing to wait for, and families that the default plan does not
   * price are not proven by it either: the night is soon enough.
   */
  @Test
  void everyConstructIsAskedAQuestionInTheDefaultPlan() {
    List<ProofTest> quick = planned(QUICK);
    for (String family : NOT_PRICED) {
      assertThat(quick)
          .as(family)
          .noneMatch(
              test ->
                  test.test().startsWith("dev.lockstep.jcstress." + family + ".")
                      && (test.forbids() || test.role() == Role.TWIN));
    }
    for (Construct construct : Constructs.all()) {
      if (construct.guarantee() == Construct.Guarantee.EXACT
          && !NOT_PRICED.contains(construct.family())
          && !EXECUTORS_OF_THE_NIGHT.contains(construct)
          && construct != PipelineKind.SERIAL) {
        assertThat(quick)
            .as(construct.id())
            .anyMatch(test -> construct.id().equals(test.construct()) && test.forbids());
      }
    }
    assertThat(quick).noneMatch(test -> test.twinRole() == TwinRole.MUTANT);
  }

  @Test
  void theHeartIsTheCounters() {
    assertThat(ALL)
        .filteredOn(ProofTest::isHeart)
        .hasSizeGreaterThan(15)
        .allMatch(test -> test.construct().startsWith("counter:"));
    assertThat(planned(QUICK)).filteredOn(ProofTest::isHeart).hasSizeGreaterThan(15);
  }

  @Test
  void aSleeperSleepsBesideTheOthersAndASpinnerIsTheNights() {
    List<ProofTest> stale = ALL.stream().filter(ProofPlan::goesStale).toList();
    assertThat(stale).filteredOn(ProofPlan::sleeps).isNotEmpty();
    assertThat(stale).filteredOn(test -> !ProofPlan.sleeps(test)).isNotEmpty();
    for (ProofTest test : stale) {
      assertThat(ProofPlan.of(Plan.SMOKE).whyNot(test)).contains("30 seconds");
      assertThat(NIGHTLY.whyNot(test)).isNull();
      assertThat(QUICK.whyNot(test) == null).isEqualTo(ProofPlan.sleeps(test) && !test.nightly());
      assertThat(ProofPlan.sightings(test)).isEqualTo(1);
    }
    assertThat(ProofPlan.sightings(test("counter.LockedCounterTwins.NoLock"))).isEqualTo(20);
  }

  @Test
  void aRaceHasToShowInOneConfiguration() {
    assertThat(QUICK.choices(test("counter.CounterRace.PlainIncrement")))
        .containsExactly(Choice.C2);
    assertThat(QUICK.choices(test("counter.LockedCounter.Atomic"))).hasSize(3);
  }

  @Test
  void onlyTwoActorsAreCompiledApart() {
    assertThat(NIGHTLY.splits(test("counter.LockedCounter.Atomic"))).isTrue();
    assertThat(NIGHTLY.splits(test("counter.CounterRace.FiveSensors"))).isFalse();
    assertThat(NIGHTLY.splits(test("counter.LockedCounterTwins.NoLock"))).isFalse();
  }

  @Test
  void theOptionsOfUsersAreTriedOnLocks() {
    assertThat(NIGHTLY.options(test("counter.LockedCounter.Atomic"))).hasSize(4);
    assertThat(NIGHTLY.options(test("counter.CounterRace.PlainIncrement"))).isEmpty();
    assertThat(QUICK.options(test("counter.LockedCounter.Atomic"))).isEmpty();
  }

  @Test
  void whatBlocksIsNotPinned() {
    ProofTest blocking =
        ALL.stream().filter(test -> test.pace() == Pace.WAKING).findFirst().orElseThrow();
    assertThat(QUICK.arguments(blocking)).containsSequence("-af", "NONE");
    assertThat(QUICK.arguments(test("counter.LockedCounter.Atomic"))).doesNotContain("-af");
  }
}
