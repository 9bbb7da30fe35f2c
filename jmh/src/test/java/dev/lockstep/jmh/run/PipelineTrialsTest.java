/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.run.Plan;
import dev.lockstep.run.Planned;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PipelineTrialsTest {

  @ParameterizedTest
  @EnumSource(value = Plan.class, mode = Mode.EXCLUDE, names = "QUICK")
  void everyQueueThatLosesNothingCarriesALine(Plan plan) {
    assertThat(constructs(of(plan, "PipelineThroughput")))
        .isEqualTo(
            EnumSet.allOf(QueueKind.class).stream()
                .filter(queue -> queue.guarantee() == Guarantee.EXACT)
                .collect(Collectors.toSet()));
    assertThat(constructs(of(plan, "LineThroughput"))).isEqualTo(EnumSet.allOf(PipelineKind.class));
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void noCapacityIsAskedOfAQueueThatCannotHaveIt(Plan plan) {
    for (Trial trial : of(plan, "Throughput")) {
      Bounds bounds =
          switch (trial.construct()) {
            case QueueKind queue -> queue.bounds();
            case PipelineKind kind -> kind.bounds();
            default -> throw new AssertionError(trial.id());
          };
      String capacity = trial.params().get("capacity");
      assertThat(
              bounds.allow(
                  capacity.equals("UNBOUNDED") ? Channel.UNBOUNDED : Integer.parseInt(capacity)))
          .as(trial.id())
          .isTrue();
    }
  }

  @Test
  void quickLeavesEachKindToTheNightAndSaysSo() {
    PipelineTrials quick = PipelineTrials.of(PipelinePlan.of(Plan.QUICK));
    assertThat(quick.planned()).isEmpty();
    assertThat(quick.notRun())
        .extracting(Planned.NotRun::construct)
        .contains("queue:CLOSABLE", "queue:DISRUPTOR", "pipeline:DIRECT");
  }

  @Test
  void virtualWorkersAreForTheNight() {
    assertThat(of(Plan.SMOKE, "PipelineThroughput")).noneMatch(PipelineTrialsTest::isVirtual);
    assertThat(of(Plan.NIGHTLY, "PipelineThroughput")).anyMatch(PipelineTrialsTest::isVirtual);
  }

  private static boolean isVirtual(Trial trial) {
    return trial.params().get("thread").equals("VIRTUAL");
  }

  /** What the notes say of bounds, layouts and stages that take time. */
  @Test
  void theNightHasTheLinesOfTheNotes() {
    List<Trial> closable =
        of(Plan.NIGHTLY, "PipelineThroughput").stream()
            .filter(trial -> trial.construct() == QueueKind.CLOSABLE)
            .toList();
    assertThat(closable)
        .extracting(trial -> trial.params().get("capacity"))
        .contains("1", "16", "256", "UNBOUNDED");
    assertThat(closable)
        .extracting(trial -> trial.params().get("layout"))
        .contains("1/1/1", "3/4/5");
    assertThat(closable)
        .extracting(trial -> trial.params().get("latencyMicros"))
        .contains("0/0/0", "1000/1000/1000", "0/1000/0");
    assertThat(of(Plan.NIGHTLY, "PipelineThroughput"))
        .filteredOn(trial -> trial.construct() == QueueKind.POLLING)
        .extracting(trial -> trial.params().get("latencyMicros"))
        .contains("0/0/0", "1000/1000/1000", "0/1000/0");
  }

  @Test
  void aLoopHasNoLayouts() {
    assertThat(of(Plan.NIGHTLY, "LineThroughput"))
        .filteredOn(trial -> trial.construct() == PipelineKind.SERIAL)
        .extracting(trial -> trial.params().get("layout"))
        .containsOnly("1/1/1");
  }

  private static List<Trial> of(Plan plan, String benchmark) {
    return PipelineTrials.of(PipelinePlan.of(plan)).planned().stream()
        .filter(trial -> trial.benchmarks().getSimpleName().contains(benchmark))
        .toList();
  }

  private static Set<Construct> constructs(List<Trial> trials) {
    return trials.stream().map(Trial::construct).collect(Collectors.toSet());
  }
}
