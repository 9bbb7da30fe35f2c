/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.fanout.Io;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.jmh.executor.FanOut;
import dev.lockstep.run.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FanOutTrialsTest {

  private static final int CORES = 4;

  @Test
  void quickHasTenThousandRequestsOnVirtualThreadsBesideAFewOnAPool() {
    assertThat(trials(Plan.QUICK))
        .extracting(Trial::params)
        .containsExactly(
            params("FIXED", "2", "4"), params("VIRTUAL", String.valueOf(CORES), "10000"));
  }

  private static Map<String, String> params(String kind, String workers, String tasks) {
    return Map.of(
        "kind",
        kind,
        "workers",
        workers,
        "tasks",
        tasks,
        "work",
        "REQUEST",
        "io",
        "SLEEP",
        "ioMillis",
        "100",
        "cpuTokens",
        "0",
        "lock",
        "NONE");
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void noShotOfAShortPlanTakesASecond(Plan plan) {
    assertThat(Fan.all(FanOutPlan.of(plan), CORES))
        .isNotEmpty()
        .allMatch(fan -> fan.expectedMillis() <= (plan == Plan.FULL ? 2_000 : 900));
  }

  @Test
  void oneThreadAloneGetsFewRequests() {
    for (Trial trial : trials(Plan.FULL)) {
      int tasks = Integer.parseInt(trial.params().get("tasks"));
      int millis = Integer.parseInt(trial.params().get("ioMillis"));
      switch ((ExecutorKind) trial.construct()) {
        case SERIAL, ACTOR, EVENT_LOOP -> assertThat(tasks * millis).isLessThanOrEqualTo(2_000);
        case THREAD_PER_TASK, CACHED -> assertThat(tasks).isLessThanOrEqualTo(10_000);
        case PROCESS_POOL -> throw new AssertionError("these tasks cannot travel");
        default -> assertThat(tasks).isLessThanOrEqualTo(100_000);
      }
      assertThat(tasks).isLessThanOrEqualTo(Io.valueOf(trial.params().get("io")).atOnce());
    }
    assertThat(trials(Plan.FULL))
        .filteredOn(trial -> trial.params().get("tasks").equals("100000"))
        .extracting(Trial::construct)
        .contains(ExecutorKind.VIRTUAL, ExecutorKind.STRUCTURED);
  }

  @Test
  void smokeHasEveryWayToWaitAndBothKindsOfTasksAndALock() {
    assertThat(values(Plan.SMOKE, "io"))
        .isEqualTo(EnumSet.allOf(Io.class).stream().map(Enum::name).collect(Collectors.toSet()));
    assertThat(values(Plan.SMOKE, "work")).containsExactlyInAnyOrder("REQUEST", "LIFE");
    assertThat(values(Plan.SMOKE, "lock"))
        .containsExactlyInAnyOrder(GlobalLock.NONE.name(), GlobalLock.PER_TASK.name());
  }

  /** Where the kinds cross: from ten requests to ten thousand, and both grids. */
  @Test
  void theNightHasTheCrossing() {
    assertThat(tasks("VIRTUAL")).contains("10", "45", "100", "1000", "4096", "10000");
    assertThat(tasks("THREAD_PER_TASK")).contains("10", "45", "100", "1000", "4096", "10000");
    assertThat(tasks("FIXED")).contains("10", "45", "100", "1000", "4096", "10000");
    assertThat(tasks("SERIAL")).contains("10", "45");
    assertThat(values(Plan.NIGHTLY, "kind"))
        .isEqualTo(
            EnumSet.complementOf(EnumSet.of(ExecutorKind.PROCESS_POOL)).stream()
                .map(Enum::name)
                .collect(Collectors.toSet()));
  }

  private static Set<String> tasks(String kind) {
    return trials(Plan.NIGHTLY).stream()
        .filter(trial -> trial.params().get("kind").equals(kind))
        .map(trial -> trial.params().get("tasks"))
        .collect(Collectors.toSet());
  }

  private static Set<String> values(Plan plan, String param) {
    return trials(plan).stream()
        .map(trial -> trial.params().get(param))
        .collect(Collectors.toSet());
  }

  @Test
  void asManyTasksAsAGridHasCellsAreCells() {
    assertThat(trials(Plan.NIGHTLY))
        .filteredOn(trial -> trial.params().get("work").equals(FanOut.Work.LIFE.name()))
        .isNotEmpty()
        .extracting(trial -> trial.params().get("tasks"))
        .containsOnly(String.valueOf(FanOut.BOOK_CELLS), String.valueOf(FanOut.MANY_CELLS));
  }

  private static List<Trial> trials(Plan plan) {
    return FanOutTrials.of(FanOutPlan.of(plan), CORES);
  }
}
