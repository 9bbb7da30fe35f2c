/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.pipeline.StageStatistics;
import dev.lockstep.core.queue.QueueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.IterationType;

/** The benchmarks send what they say, count it, and notice what is missing. */
class PipelineBenchmarksTest {

  private static final OptionalInt NO_DEPTH = OptionalInt.empty();

  @ParameterizedTest
  @CsvSource({
    "CLOSABLE, 1/1/1, UNBOUNDED, PLATFORM",
    "LINKED_BLOCKING, 3/4/5, 16, VIRTUAL",
    "SYNCHRONOUS, 1/1/1, 0, VIRTUAL"
  })
  void aTrialOfAQueueCountsWhatItTakes(
      QueueKind queue, String layout, String capacity, PipelineThroughput.Kind thread)
      throws InterruptedException {
    PipelineThroughput trial = new PipelineThroughput();
    trial.queue = queue;
    trial.layout = layout;
    trial.capacity = capacity;
    trial.latencyMicros = "0/0/0";
    trial.thread = thread;
    trial.open();
    for (int invocation = 0; invocation < 3; invocation++) {
      assertThat(trial.run()).hasSize(1000);
      trial.verify();
    }
    trial.close();
    Counts counts = new Counts();
    trial.count(counts);
    assertThat(counts.invocations).isPositive();
    assertThat(counts.items).isEqualTo(3000 * counts.invocations);
    assertThat(counts.takes).isEqualTo(counts.items);
    assertThat(counts.polls).isEqualTo(counts.takes);
    assertThat(counts.emptyPolls).isZero();
    assertThat(counts.lagNanos).isPositive();
    if (capacity.equals("UNBOUNDED")) {
      assertThat(counts.maxDepth).isPositive();
    }
    trial.close(); // as JMH does, once more
  }

  /** One line counts for all iterations: warm-ups are no iterations that count. */
  @Test
  void countsAreTakenAfterTheLastIterationThatCounts() {
    Course course = new Course("ANY", new Wrong(UnaryOperator.identity(), List.of()));
    assertThat(course.ended(IterationType.WARMUP, 2)).isFalse();
    assertThat(course.ended(IterationType.MEASUREMENT, 2)).isFalse();
    assertThat(course.ended(IterationType.MEASUREMENT, 2)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(PipelineKind.class)
  void aTrialOfAnyKindPassesItsItems(PipelineKind kind) throws InterruptedException {
    LineThroughput trial = new LineThroughput();
    trial.kind = kind;
    trial.layout = "3/4/5";
    trial.capacity =
        switch (kind) {
          case SERIAL, MAP_CONCURRENT -> "0";
          case VIRTUAL_PER_ITEM -> "UNBOUNDED";
          case QUEUES, DIRECT, FLOW, DISRUPTOR -> "16";
        };
    trial.latencyMicros = "0/1/0";
    trial.open();
    assertThat(trial.run()).hasSize(1000);
    trial.verify();
    trial.close();
    Counts counts = new Counts();
    trial.count(counts);
    assertThat(counts.invocations).isPositive();
    assertThat(counts.takes).isEqualTo(kind == PipelineKind.QUEUES ? 3000 * counts.invocations : 0);
  }

  /** A line that does something wrong to its items. */
  private record Wrong(UnaryOperator<List<Integer>> fault, List<StageStatistics> statistics)
      implements Line<Integer> {

    @Override
    public List<Integer> pass(List<Integer> items) {
      return fault.apply(new ArrayList<>(items));
    }

    @Override
    public long lagNanos() {
      return 1;
    }

    @Override
    public void close() {}
  }

  private static void assertNoticed(UnaryOperator<List<Integer>> fault, String message)
      throws InterruptedException {
    Course course = new Course("WRONG", new Wrong(fault, List.of()));
    List<Integer> _ = course.pass();
    assertThatThrownBy(course::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("WRONG: 1000 items went in, " + message);
  }

  @Test
  void whatIsLostOrDoubledIsNoticed() throws InterruptedException {
    assertNoticed(items -> items.subList(0, 999), "999 came out, 999 of them different");
    assertNoticed(
        items -> {
          items.set(0, 1);
          return items;
        },
        "1000 came out, 999 of them different");
    assertNoticed(
        items -> {
          items.add(1);
          return items;
        },
        "1001 came out, 1000 of them different");
    assertNoticed(
        items -> {
          items.set(0, 1000);
          return items;
        },
        "1000 came out, 1000 of them different");
  }

  @Test
  void countsThatDoNotFitAreNoticed() throws InterruptedException {
    StageStatistics right = new StageStatistics("resize", 2, 1000, 1002, 1002, 0, NO_DEPTH);
    StageStatistics few = new StageStatistics("resize", 2, 999, 1002, 1002, 0, NO_DEPTH);
    StageStatistics noSentinels = new StageStatistics("resize", 2, 1000, 1000, 1000, 0, NO_DEPTH);
    assertStatistics(right).verifyStatistics();
    for (StageStatistics wrong : List.of(few, noSentinels)) {
      Course course = assertStatistics(wrong);
      assertThatThrownBy(course::verifyStatistics)
          .isInstanceOf(WrongResultException.class)
          .hasMessageStartingWith("WRONG: 1000 items went through, and StageStatistics[");
    }
  }

  private static Course assertStatistics(StageStatistics stage) throws InterruptedException {
    Course course = new Course("WRONG", new Wrong(UnaryOperator.identity(), List.of(stage)));
    assertThat(course.pass()).hasSize(1000);
    course.verify();
    return course;
  }

  @Test
  void aLayoutHasThreeNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Course.stations("1/1", "0/0/0"))
        .withMessage("three numbers, such as 1/1/1, not 1/1");
  }

  /** The four problems, and that the closable queue has none of them. */
  @ParameterizedTest
  @EnumSource(names = {"POLLING", "CLOSABLE"})
  void theProblemsAreSeenWhereTheyAre(QueueKind queue) throws InterruptedException {
    HandMade shot = new HandMade();
    shot.queue = queue;
    HandMade.Problems problems = new HandMade.Problems();
    shot.idle();
    assertThat(shot.run(problems)).isNotNull();
    problems.settle(shot);
    assertThat(problems.idleMillis).isPositive();
    if (queue == QueueKind.POLLING) {
      assertThat(problems.polls).isEqualTo(3000 + problems.emptyPolls);
      assertThat(problems.emptyPolls).isPositive();
      assertThat(problems.idlePolls).isPositive();
      assertThat(problems.workersLeft).isEqualTo(3);
      assertThat(problems.maxDepth).isGreaterThan(500);
    } else {
      assertThat(problems.polls).isEqualTo(3003);
      assertThat(problems.emptyPolls).isZero();
      assertThat(problems.idlePolls).isZero();
      assertThat(problems.workersLeft).isZero();
      assertThat(problems.maxDepth).isBetween(1L, 16L);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("exhibit");
  }

  @Test
  void onlyTheTwoOfTheBookAreCompared() {
    HandMade shot = new HandMade();
    shot.queue = QueueKind.SYNCHRONOUS;
    assertThatIllegalArgumentException()
        .isThrownBy(shot::idle)
        .withMessage("POLLING or CLOSABLE, not SYNCHRONOUS");
  }
}
