/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import dev.lockstep.core.run.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialsTest {

  private static final int CORES = 4;

  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyConstructHasAPriceInEveryPlan(Plan plan) {
    Set<String> priced =
        trials(plan).stream().map(trial -> trial.construct().id()).collect(Collectors.toSet());
    assertThat(priced)
        .containsExactlyInAnyOrderElementsOf(Constructs.all().stream().map(Construct::id).toList());
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void noTwoTrialsShareAnId(Plan plan) {
    assertThat(trials(plan)).extracting(Trial::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyBaselineIsPlanned(Plan plan) {
    List<Trial> trials = trials(plan);
    assertThat(trials.stream().filter(trial -> trial.sweep() != null))
        .extracting(trial -> trial.sweep().baseline())
        .isSubsetOf(trials.stream().map(Trial::id).toList());
  }

  @Test
  void combinationsThatMeanNothingAreLeftOut() {
    assertThat(trials(Plan.FULL))
        .filteredOn(trial -> trial.construct().name().equals("SERIAL"))
        .extracting(trial -> trial.params().get("workers"))
        .containsOnly("1");
    assertThat(trials(Plan.FULL))
        .filteredOn(trial -> trial.construct().name().equals("THREAD_PER_TASK"))
        .extracting(trial -> trial.sweep().workers())
        .containsOnlyNulls();
  }

  @Test
  void quickSweepsOneTwoCoresAndTwiceTheCores() {
    assertThat(trials(Plan.QUICK))
        .filteredOn(trial -> trial.construct().name().equals("FIXED"))
        .extracting(trial -> trial.sweep().workers())
        .containsOnly(1, 2, 4, 8);
  }

  @Test
  void countsAreSortedOnceAndNoMoreThanEightTimesTheCores() {
    assertThat(PricePlan.counts(cores -> List.of(2, 1, cores, 64), 2)).containsExactly(1, 2);
  }

  @Test
  void theBoundOfTwoWorkersIsThatOfTheTasks() {
    assertThat(trials(Plan.QUICK))
        .filteredOn(trial -> trial.id().contains("kind=FIXED-workers=2-workload=GCD_SEED"))
        .singleElement()
        .satisfies(
            trial ->
                assertThat(trial.sweep().makespanBound())
                    .isCloseTo(1.868, org.assertj.core.data.Offset.offset(0.001)));
  }

  /**
   * A benchmark list that a compiler without annotation processing left empty must not go unseen.
   */
  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyPlannedBenchmarkIsInTheBenchmarkList(Plan plan) throws IOException {
    String list = Files.readString(Path.of("target/classes/META-INF/BenchmarkList"));
    assertThat(trials(plan))
        .isNotEmpty()
        .allSatisfy(trial -> assertThat(list).contains(trial.benchmarks().getName() + " "));
    assertThat(list.lines()).hasSize(3);
  }

  private static List<Trial> trials(Plan plan) {
    return Trials.of(PricePlan.of(plan), CORES);
  }
}
