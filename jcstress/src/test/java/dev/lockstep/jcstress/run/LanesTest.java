/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import dev.lockstep.run.Plan;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("gate")
class LanesTest {

  /** The configuration says nothing about what runs beside what. */
  private static final List<PlannedResult> ALL =
      Proofs.all().stream()
          .filter(test -> !ProofPlan.sleeps(test))
          .map(test -> new PlannedResult(Path.of(test.test()), test, null))
          .toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 64})
  void everyResultIsInOneBatch(int cpus) {
    assertThat(Lanes.batches(ALL, cpus).stream().flatMap(Collection::stream))
        .containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(Lanes.batches(List.of(), cpus)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 64})
  void aBatchIsOverInSomeRounds(int cpus) {
    for (List<PlannedResult> batch : Lanes.batches(ALL, cpus)) {
      List<Integer> actors = batch.stream().map(each -> each.test().actors()).distinct().toList();
      assertThat(actors).hasSize(1);
      if (actors.getFirst() > 1) {
        assertThat(batch).hasSizeLessThanOrEqualTo(8 * Math.max(1, cpus / actors.getFirst()));
      }
    }
  }

  /** jcstress begins at the end of a list; what waits half a minute must have others beside it. */
  @Test
  void whatGoesStaleBeginsFirstOfThoseWithOneActor() {
    Deque<List<PlannedResult>> batches = Lanes.batches(ALL, 2);
    List<ProofTest> single = batches.getFirst().stream().map(PlannedResult::test).toList();
    long stale = single.stream().filter(ProofPlan::goesStale).count();
    assertThat(stale).isPositive();
    assertThat(single.subList(single.size() - (int) stale, single.size()))
        .allMatch(ProofPlan::goesStale);
  }

  @Test
  void whatSleepsTakesNoLane() {
    List<PlannedResult> sleepers =
        Proofs.all().stream()
            .filter(ProofPlan::sleeps)
            .map(test -> new PlannedResult(Path.of(test.test()), test, null))
            .toList();
    assertThat(sleepers).isNotEmpty();
    assertThat(Lanes.batches(sleepers, 2)).isEmpty();
  }

  @Test
  void whatMustMeetRunsAlone() {
    ProofPlan quick = ProofPlan.of(Plan.QUICK);
    assertThat(quick.lanes(test("counter.LockedCounter.Atomic"))).isEqualTo(1);
    assertThat(quick.lanes(test("sync.SignalWakes.Event"))).isEqualTo(1);
    assertThat(quick.lanes(test("executor.MapperWaits.Fixed"))).isEqualTo(2);
    assertThat(quick.lanes(test("sync.SignalWakesTwins.SilentSend"))).isEqualTo(3);
    for (ProofTest each : Proofs.all()) {
      assertThat(ProofPlan.of(Plan.SMOKE).lanes(each)).isEqualTo(2);
      assertThat(ProofPlan.of(Plan.NIGHTLY).lanes(each)).isEqualTo(1);
    }
  }

  private static ProofTest test(String name) {
    return Proofs.all().stream()
        .filter(each -> each.test().equals("dev.lockstep.jcstress." + name))
        .findFirst()
        .orElseThrow();
  }
}
