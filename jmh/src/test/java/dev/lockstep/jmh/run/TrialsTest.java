/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jmh.lock.TryLockCost;
import dev.lockstep.jmh.order.FalseSharing;
import dev.lockstep.run.Plan;
import dev.lockstep.run.Planned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TrialsTest {

  private static final int CORES = 4;

  /** The full plan has thousands of trials: each is made once. */
  private static final Map<Plan, Trials> PLANNED = new EnumMap<>(Plan.class);

  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyConstructHasAPriceOrAReasonInEveryPlan(Plan plan) {
    Set<String> named = priced(plan);
    ofConstructs(plan).forEach(left -> named.add(left.construct()));
    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(Constructs.all().stream().map(Construct::id).toList());
    assertThat(notRun(plan)).extracting(Planned.NotRun::id).doesNotHaveDuplicates();
  }

  /** What is measured in one way may have no price in another, which is said of it, too. */
  @ParameterizedTest
  @EnumSource(Plan.class)
  void ofWhatIsLeftToLongerPlansNothingIsMeasured(Plan plan) {
    assertThat(ofConstructs(plan))
        .filteredOn(left -> left.why().equals(Trial.FROM_NIGHTLY))
        .extracting(Planned.NotRun::construct)
        .doesNotContainAnyElementsOf(priced(plan))
        .doesNotHaveDuplicates();
  }

  /** One thread alone never passes a barrier of two, nor hands an item over to itself. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "QUICK")
  void onlyTheBarrierHasNoPrice(Plan plan) {
    assertThat(notRun(plan))
        .containsExactlyInAnyOrder(
            new Planned.NotRun(
                "TRIAL",
                "SignalCost.sendAndAwait-kind=BARRIER",
                "sync:BARRIER",
                "PLAN",
                "a barrier of two has no price for one thread alone"),
            new Planned.NotRun(
                "TRIAL",
                "QueueCost.putAndTake-kind=SYNCHRONOUS",
                "queue:SYNCHRONOUS",
                "PLAN",
                "one thread alone cannot hand anything over to itself"));
    assertThat(priced(plan))
        .hasSize(Constructs.all().size() - 1)
        .contains("queue:SYNCHRONOUS")
        .doesNotContain("sync:BARRIER");
  }

  @Test
  void quickLeavesToTheNightWhatDecidesNoneOfItsClaims() {
    assertThat(trials(Plan.QUICK))
        .extracting(trial -> trial.construct().family())
        .containsOnly("counter", "executor");
    assertThat(notRun(Plan.QUICK))
        .contains(
            new Planned.NotRun(
                "TRIAL",
                "CounterCost.increment-kind=SEMAPHORE",
                "counter:SEMAPHORE",
                "PLAN",
                "priced from plan nightly on"),
            new Planned.NotRun(
                "TRIAL",
                "TryLockCost.tryLock-kind=SPIN_LOCK",
                "lock:SPIN_LOCK",
                "PLAN",
                "priced from plan nightly on"));
  }

  @Test
  void smokeMeasuresEachRoundInOneThread() {
    assertThat(trials(Plan.SMOKE))
        .filteredOn(
            trial ->
                !Set.of("counter", "executor", "kernel").contains(trial.construct().family())
                    && trial.role() != Trial.Role.LATENCY
                    && trial.role() != Trial.Role.OPEN_LOOP
                    && trial.benchmarks() != FalseSharing.class)
        .isNotEmpty()
        .allSatisfy(trial -> assertThat(trial.threads()).isEqualTo(1));
    assertThat(trials(Plan.NIGHTLY))
        .filteredOn(trial -> trial.construct() == LockKind.SPIN_LOCK)
        .filteredOn(trial -> trial.benchmarks() == TryLockCost.class)
        .extracting(Trial::threads)
        .containsExactly(1, 2, CORES);
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
  void countsAreSortedOnceAndNoMoreThanEightTimesTheCores() {
    assertThat(PricePlan.counts(cores -> List.of(2, 1, cores, 64), 2)).containsExactly(1, 2);
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
    assertThat(list.lines()).hasSize(32);
  }

  /**
   * A shot that loads the classes is another figure than those after it: their mean would be a
   * matter of how many there are. Cold starts and memory have one shot by their nature.
   */
  @ParameterizedTest
  @EnumSource(Plan.class)
  void noMeanHoldsAFirstShot(Plan plan) {
    assertThat(trials(plan))
        .filteredOn(trial -> trial.series().millis() == 0)
        .isNotEmpty()
        .allSatisfy(
            trial -> {
              boolean one = trial.role() == Trial.Role.COLD || trial.role() == Trial.Role.FOOTPRINT;
              assertThat(trial.series().warmups()).as(trial.id()).matches(n -> one || n > 0);
              assertThat(trial.series().measurements()).matches(n -> !one || n == 1);
            });
  }

  private static Set<String> priced(Plan plan) {
    return trials(plan).stream()
        .map(trial -> trial.construct().id())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** What is left out of a benchmark as a whole names no construct: it has its price in others. */
  private static List<Planned.NotRun> ofConstructs(Plan plan) {
    return notRun(plan).stream().filter(left -> left.construct() != null).toList();
  }

  private static List<Trial> trials(Plan plan) {
    return all(plan).planned();
  }

  private static List<Planned.NotRun> notRun(Plan plan) {
    return all(plan).notRun();
  }

  private static Trials all(Plan plan) {
    return PLANNED.computeIfAbsent(plan, each -> Trials.of(PricePlan.of(each), CORES));
  }
}
