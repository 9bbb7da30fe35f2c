/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.counter.CounterCost;
import dev.lockstep.jmh.profile.Graph;
import dev.lockstep.run.Plan;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LatencyTrialsTest {

  private static final int CORES = 4;
  private static final List<Trial> NIGHTLY = of(Plan.NIGHTLY);

  @Test
  void smokeRunsEachBenchmarkAndNoMoreThanTwelveTrials() {
    assertThat(of(Plan.SMOKE)).hasSizeLessThanOrEqualTo(12);
    assertThat(of(Plan.SMOKE).stream().map(Trial::benchmark).distinct())
        .containsExactlyInAnyOrderElementsOf(
            NIGHTLY.stream().map(Trial::benchmark).distinct().toList());
  }

  @Test
  void quickSaysWhichBenchmarksItLeavesToTheNight() {
    assertThat(of(Plan.QUICK)).isEmpty();
    assertThat(LatencyTrials.notRun(LatencyPlan.of(Plan.QUICK)))
        .extracting(Planned.NotRun::why)
        .hasSize(6)
        .containsOnly(Trial.FROM_NIGHTLY);
    assertThat(LatencyTrials.notRun(LatencyPlan.of(Plan.NIGHTLY))).isEmpty();
  }

  /** The means of the same benchmarks keep the names that they have had. */
  @Test
  void theModeIsPartOfTheNameOfASampleOnly() {
    Trial mean =
        Trial.of(CounterCost.class, "increment", CounterKind.ATOMIC)
            .with("kind", "ATOMIC")
            .on(2)
            .timed("avgt", "ns/op", 3, new Series(1, 1, 10));
    Trial sample = mean.timed("sample", "ns/op", 3, mean.series());
    assertThat(mean.id()).isEqualTo("CounterCost.increment-kind=ATOMIC-threads=2");
    assertThat(sample.id()).isEqualTo("CounterCost.increment-kind=ATOMIC-threads=2-mode=sample");
    assertThat(mean.timed("ss", "ns/op", 3, mean.series()).id()).isEqualTo(mean.id());
  }

  @Test
  void aSampleIsNoFigureOfTheHeartAndComparedWithItsLikeOnly() {
    List<Trial> all = new ArrayList<>(CounterTrials.of(PricePlan.of(Plan.NIGHTLY), CORES));
    assertThat(all).anyMatch(Trial::heart);
    Set<String> means = Set.copyOf(all.stream().map(Trial::comparison).toList());
    assertThat(NIGHTLY).noneMatch(Trial::heart);
    assertThat(NIGHTLY).extracting(Trial::comparison).doesNotContainAnyElementsOf(means);
  }

  /** Means of samples differ by multiples for a few interruptions: forks would go there alone. */
  @Test
  void forksGoByTheTailAndNotByTheMean() {
    TrialRecord.Latency tail =
        new TrialRecord.Latency("ns/op", 9, 1, 4, 5, 6, null, null, null, null);
    assertThat(fork(null).log()).isEqualTo(Math.log(20));
    assertThat(fork(tail).log()).isEqualTo(Math.log(4));
    assertThat(NIGHTLY).extracting(Trial::resolution).containsOnly(0.5);
  }

  private static TrialRecord.Fork fork(TrialRecord.Latency latency) {
    return Forks.of(List.of(10.0, 30.0), latency);
  }

  @Test
  void theNightAsksEveryKindOnTheThreadsThatContend() {
    assertThat(NIGHTLY)
        .extracting(Trial::construct)
        .contains(LockKind.values())
        .contains(CounterKind.values())
        .contains(ExecutorKind.values());
    assertThat(NIGHTLY)
        .filteredOn(trial -> trial.construct() instanceof LockKind)
        .extracting(Trial::threads)
        .containsOnly(2, CORES);
    assertThat(NIGHTLY)
        .filteredOn(trial -> trial.role() == Trial.Role.OPEN_LOOP)
        .filteredOn(trial -> trial.construct() instanceof QueueKind)
        .extracting(Trial::construct)
        .doesNotContain(QueueKind.ARRAY_DEQUE)
        .containsAll(
            Arrays.stream(QueueKind.values()).filter(k -> k != QueueKind.ARRAY_DEQUE).toList());
  }

  /** Fewer samples say nothing of one operation in a thousand. */
  @Test
  void aForkOfTheNightCanHaveTenThousandSamples() {
    LatencyPlan night = LatencyPlan.of(Plan.NIGHTLY);
    assertThat(night.arrivals() * night.shots().measurements()).isGreaterThanOrEqualTo(10_000);
    assertThat(10 * night.series().millis() * night.series().measurements())
        .isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void whatWaitsHasAGraphOfIt() {
    for (Trial trial : NIGHTLY) {
      boolean waits =
          switch (trial.construct()) {
            case CounterKind kind -> kind == CounterKind.SYNCHRONIZED;
            default -> true;
          };
      if (waits) {
        assertThat(trial.graphs(Set.of())).as(trial.id()).contains(Graph.WALL);
      }
      assertThat(trial.graphs(Set.of())).contains(Graph.CPU);
    }
  }

  private static List<Trial> of(Plan plan) {
    return LatencyTrials.of(LatencyPlan.of(plan), CORES);
  }
}
