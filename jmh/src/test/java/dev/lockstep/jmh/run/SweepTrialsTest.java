/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.run.Plan;
import dev.lockstep.run.Planned;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SweepTrialsTest {

  private static final int CORES = 4;

  /** The full plan has thousands: each is made once. */
  private static final Map<Plan, List<Trial>> PLANNED = new EnumMap<>(Plan.class);

  @ParameterizedTest
  @EnumSource(value = Plan.class, mode = EnumSource.Mode.EXCLUDE, names = "QUICK")
  void everyKindIsSwept(Plan plan) {
    assertThat(kinds(sweep(plan)))
        .isEqualTo(
            EnumSet.allOf(ExecutorKind.class).stream().map(Enum::name).collect(Collectors.toSet()));
    assertThat(SweepTrials.notRun(all(plan))).isEmpty();
  }

  @Test
  void quickSweepsOneOfEachNatureAndNamesTheOthers() {
    assertThat(kinds(sweep(Plan.QUICK))).hasSize(11);
    assertThat(SweepTrials.notRun(all(Plan.QUICK)))
        .hasSize(ExecutorKind.values().length - 11)
        .allMatch(left -> left.why().equals("priced from plan nightly on"))
        .extracting(Planned.NotRun::construct)
        .contains("executor:CACHED", "executor:EVENT_LOOP");
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyBaselineIsPlannedBeforeWhoNeedsIt(Plan plan) {
    List<String> ids = all(plan).stream().map(Trial::id).toList();
    for (Trial trial : sweep(plan)) {
      assertThat(ids.indexOf(trial.sweep().baseline())).isBetween(0, ids.indexOf(trial.id()));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Plan.class, mode = EnumSource.Mode.EXCLUDE, names = "QUICK")
  void everyColdFigureHasItsWarmOne(Plan plan) {
    List<Trial> cold = all(plan).stream().filter(trial -> trial.role() == Trial.Role.COLD).toList();
    assertThat(cold).isNotEmpty();
    assertThat(cold)
        .extracting(trial -> trial.sweep().warm())
        .isSubsetOf(sweep(plan).stream().map(Trial::id).toList());
  }

  /** The bare loop is bought with its baseline, and measured as long. */
  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyBaselineHasTheBareLoopBesideIt(Plan plan) {
    Map<String, Trial> raw =
        all(plan).stream()
            .filter(trial -> trial.role() == Trial.Role.RAW)
            .collect(Collectors.toMap(trial -> trial.sweep().baseline(), trial -> trial));
    List<Trial> baselines =
        sweep(plan).stream().filter(trial -> trial.id().equals(trial.sweep().baseline())).toList();
    assertThat(raw.keySet())
        .containsExactlyInAnyOrderElementsOf(baselines.stream().map(Trial::id).toList());
    for (Trial baseline : baselines) {
      Trial loop = raw.get(baseline.id());
      assertThat(loop.series()).isEqualTo(baseline.series());
      assertThat(loop.comparison()).isEqualTo(baseline.comparison());
      assertThat(loop.heart()).isEqualTo(baseline.heart());
    }
  }

  /** What making an executor costs must not depend on how many times a plan makes one. */
  @ParameterizedTest
  @EnumSource(value = Plan.class, mode = EnumSource.Mode.EXCLUDE, names = "QUICK")
  void openingIsAWarmedFigure(Plan plan) {
    assertThat(all(plan))
        .filteredOn(trial -> trial.role() == Trial.Role.OPEN)
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              assertThat(trial.mode()).isEqualTo("avgt");
              assertThat(trial.series().warmups()).isPositive();
            });
  }

  @Test
  void combinationsThatMeanNothingAreLeftOut() {
    for (Trial trial : sweep(Plan.FULL)) {
      ExecutorKind kind = ExecutorKind.valueOf(trial.params().get("kind"));
      Workload workload = Workload.valueOf(trial.params().get("workload"));
      if (!Point.takesCount(kind)) {
        assertThat(trial.params()).containsEntry("workers", "1");
        assertThat(trial.sweep().workers()).isIn(1, null);
      }
      if (kind == ExecutorKind.PROCESS_POOL) {
        assertThat(workload.portable()).as(workload.name()).isTrue();
      }
      if (kind == ExecutorKind.THREAD_PER_TASK) {
        assertThat(workload.tasks().size()).as(workload.name()).isLessThan(3000);
      }
      if (!trial.params().get("lock").equals("NONE")) {
        assertThat(kind).isIn(ExecutorKind.FIXED, ExecutorKind.PROCESS_POOL);
      }
    }
  }

  @Test
  void quickSweepsThePoolOfTheBookBeyondTheCores() {
    assertThat(sweep(Plan.QUICK))
        .filteredOn(trial -> trial.construct() == ExecutorKind.FIXED)
        .filteredOn(trial -> trial.sweep().workload().equals("GCD_SEED"))
        .extracting(trial -> trial.sweep().workers())
        .containsOnly(1, 2, 4, 8);
  }

  @Test
  void quickShowsWhatTheGlobalLockDoes() {
    assertThat(sweep(Plan.QUICK))
        .filteredOn(trial -> trial.construct() == ExecutorKind.FIXED)
        .filteredOn(trial -> trial.sweep().workload().equals("FACTORIZE_SEED"))
        .filteredOn(trial -> Integer.valueOf(CORES).equals(trial.sweep().workers()))
        .extracting(trial -> trial.sweep().lock())
        .containsExactlyInAnyOrder("NONE", "PER_TASK", "FAIR_SLICE");
    assertThat(sweep(Plan.QUICK))
        .anyMatch(
            trial ->
                trial.construct() == ExecutorKind.PROCESS_POOL
                    && trial.sweep().lock().equals(GlobalLock.FAIR_SLICE.name()));
  }

  /**
   * The standard set: eleven kinds, all worker counts, the book's lists and those times sixteen.
   */
  @Test
  void theNightSweepsTheStandardSet() {
    for (String workload : List.of("GCD_SEED", "FACTORIZE_SEED", "GCD_X16", "FACTORIZE_X16")) {
      List<Trial> plain =
          sweep(Plan.NIGHTLY).stream()
              .filter(trial -> trial.sweep().workload().equals(workload))
              .filter(trial -> trial.sweep().lock().equals("NONE") && trial.sweep().chunk() == 1)
              .toList();
      assertThat(kinds(plain)).hasSizeGreaterThanOrEqualTo(11);
      assertThat(plain)
          .filteredOn(trial -> trial.construct() == ExecutorKind.WORK_STEALING)
          .extracting(trial -> trial.sweep().workers())
          .containsExactly(1, 2, 3, 4, 5, 8);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Plan.class,
      names = {"NIGHTLY", "FULL"})
  void theNightRunsEveryWorkload(Plan plan) {
    assertThat(sweep(plan).stream().map(trial -> trial.sweep().workload()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.allOf(Workload.class).stream().map(Enum::name).toList());
  }

  @Test
  void theBoundOfTwoWorkersIsThatOfTheTasks() {
    Trial fixed =
        sweep(Plan.QUICK).stream()
            .filter(
                trial -> trial.id().contains("kind=FIXED-lock=NONE-workers=2-workload=GCD_SEED"))
            .findFirst()
            .orElseThrow();
    assertThat(fixed.sweep().makespanBound()).isCloseTo(1.868, Offset.offset(0.001));
    assertThat(fixed.sweep().tasks()).isEqualTo(4);
    assertThat(fixed.sweep().steps()).isEqualTo(7_566_429L);
  }

  @Test
  void whoDividesTasksIsBoundByItsWorkersAlone() {
    assertThat(sweep(Plan.FULL))
        .filteredOn(trial -> trial.construct() == ExecutorKind.FORK_JOIN_SPLIT)
        .filteredOn(trial -> trial.sweep().workload().equals("GCD_SEED"))
        .isNotEmpty()
        .allSatisfy(
            trial ->
                assertThat(trial.sweep().makespanBound())
                    .isEqualTo(trial.sweep().workers().doubleValue()));
  }

  @Test
  void aListThatTakesLongHasFewerIterations() {
    SweepPlan plan = SweepPlan.of(Plan.NIGHTLY);
    assertThat(plan.series(Workload.GCD_X64)).isEqualTo(plan.heavy());
    assertThat(plan.series(Workload.GCD_SEED)).isEqualTo(plan.series());
  }

  private static Set<String> kinds(List<Trial> trials) {
    return trials.stream().map(trial -> trial.construct().name()).collect(Collectors.toSet());
  }

  private static List<Trial> sweep(Plan plan) {
    return all(plan).stream().filter(trial -> trial.role() == Trial.Role.SWEEP).toList();
  }

  private static List<Trial> all(Plan plan) {
    return PLANNED.computeIfAbsent(plan, each -> SweepTrials.of(SweepPlan.of(each), 3, CORES));
  }
}
