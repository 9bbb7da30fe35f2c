/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.link.LinkKind;
import dev.lockstep.core.unit.UnitKind;
import dev.lockstep.run.Plan;
import dev.lockstep.run.Planned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class UnitTrialsTest {

  private static final int CORES = 2;

  @ParameterizedTest
  @EnumSource(value = Plan.class, mode = Mode.EXCLUDE, names = "QUICK")
  void everyUnitIsStartedAndEveryLinkGoneThrough(Plan plan) {
    UnitTrials trials = UnitTrials.of(UnitPlan.of(plan));
    assertThat(trials.planned())
        .extracting(Trial::construct)
        .contains(UnitKind.values())
        .contains(LinkKind.values());
    assertThat(trials.notRun()).isEmpty();
  }

  @Test
  void quickLeavesAllOfThemToTheNight() {
    UnitTrials trials = UnitTrials.of(UnitPlan.of(Plan.QUICK));
    assertThat(trials.planned()).isEmpty();
    assertThat(trials.notRun())
        .hasSize(UnitKind.values().length + LinkKind.values().length)
        .extracting(Planned.NotRun::why)
        .containsOnly("priced from plan nightly on");
  }

  @Test
  void aChainHasThreadsWhereItsKindHas() {
    List<Trial> trials = of("Handoff");
    assertThat(trials)
        .filteredOn(trial -> trial.construct() == LinkKind.PARK)
        .hasSize(6)
        .noneMatch(trial -> trial.params().get("thread").equals("NONE"));
    assertThat(trials)
        .filteredOn(trial -> trial.construct() == LinkKind.CALL)
        .hasSize(3)
        .allMatch(trial -> trial.params().get("thread").equals("NONE"));
    assertThat(trials)
        .filteredOn(trial -> trial.construct() == LinkKind.PIPE)
        .extracting(trial -> trial.params().get("depth"))
        .containsExactly("1");
  }

  @Test
  void aFootprintIsOneShotInAJvmOfItsOwn() {
    assertThat(of("Footprint"))
        .hasSize(6)
        .allMatch(trial -> trial.series().equals(new Series(0, 1, 0)));
  }

  private static List<Trial> of(String benchmark) {
    return UnitTrials.of(UnitPlan.of(Plan.NIGHTLY)).planned().stream()
        .filter(trial -> trial.benchmarks().getSimpleName().equals(benchmark))
        .toList();
  }

  /** A fork takes about a second beside its iterations, and each trial has a profile. */
  @Test
  void whatMovesItemsAndStartsUnitsTakesLessThanThreeQuartersOfAnHourOfTheNight() {
    List<Trial> trials = new ArrayList<>();
    trials.addAll(UnitTrials.of(UnitPlan.of(Plan.NIGHTLY)).planned());
    trials.addAll(PipelineTrials.of(PipelinePlan.of(Plan.NIGHTLY)).planned());
    trials.addAll(FanOutTrials.of(FanOutPlan.of(Plan.NIGHTLY), CORES));
    Duration time = Duration.ZERO;
    for (Trial trial : trials) {
      time = time.plus(fork(trial).multipliedBy(trial.forks())).plusMillis(1_200 + 3_000);
    }
    assertThat(time).isLessThan(Duration.ofMinutes(45));
  }

  private static Duration fork(Trial trial) {
    int iterations = trial.series().warmups() + trial.series().measurements();
    boolean slow =
        Stream.of("1000/1000/1000", "0/1000/0")
            .anyMatch(latency -> latency.equals(trial.params().get("latencyMicros")));
    long millis = slow ? 1_100 : trial.role() == Trial.Role.FAN_OUT ? 200 : trial.series().millis();
    return Duration.ofMillis(1_200 + iterations * millis);
  }
}
