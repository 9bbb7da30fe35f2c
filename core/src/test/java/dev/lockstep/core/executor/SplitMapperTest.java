/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static dev.lockstep.core.executor.Kinds.await;
import static dev.lockstep.core.executor.Kinds.awaitInterrupt;
import static dev.lockstep.core.executor.Kinds.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is special to the kind that divides tasks. */
class SplitMapperTest {

  /** From one number to another, exclusive. */
  private record Range(int from, int to) {}

  /** The sum of a range, which can be divided down to single numbers. */
  private static class Sum implements Divisible<Range, Integer> {

    final Set<Range> applied = ConcurrentHashMap.newKeySet();

    @Override
    public Integer apply(Range range) {
      applied.add(range);
      int sum = 0;
      for (int i = range.from(); i < range.to(); i++) {
        sum += i;
      }
      return sum;
    }

    @Override
    public List<Range> divide(Range range, int parts) {
      int middle = (range.from() + range.to()) / 2;
      return range.to() - range.from() < 2
          ? List.of(range)
          : List.of(new Range(range.from(), middle), new Range(middle, range.to()));
    }

    @Override
    public Integer join(Range range, List<Integer> sums) {
      return sums.get(0) + sums.get(1);
    }
  }

  private static List<Range> ranges(int count) {
    return numbers(count).stream().map(i -> new Range(i, i + 100)).toList();
  }

  @Test
  void whatIsDividedHasTheSameResults() {
    for (int workers = 1; workers < 4; workers++) {
      for (int count : new int[] {0, 1, 2, 7, 1000}) {
        try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(workers)) {
          List<Integer> sums = mapper.map(new Sum(), ranges(count));
          assertThat(sums).isEqualTo(numbers(count).stream().map(i -> 100 * i + 4950).toList());
        }
      }
    }
  }

  /** Both parts must have begun for either to end. */
  @Test
  void oneTaskIsWorkedOnByAllWorkers() {
    CountDownLatch met = new CountDownLatch(2);
    Sum sum =
        new Sum() {
          @Override
          public Integer apply(Range range) {
            met.countDown();
            await(met);
            return super.apply(range);
          }
        };
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(2)) {
      List<Integer> sums = mapper.map(sum, ranges(1));
      assertThat(sums).containsExactly(4950);
    }
    assertThat(sum.applied).hasSizeBetween(2, 100);
  }

  @Test
  void aLongTaskAmongManyIsDividedToo() {
    Sum sum = new Sum();
    Range giant = new Range(0, 1 << 20);
    List<Range> ranges = List.of(new Range(1, 3), new Range(2, 4), new Range(3, 5), giant);
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(2)) {
      List<Integer> sums = mapper.map(sum, ranges);
      assertThat(sums).startsWith(3, 5, 7);
    }
    assertThat(sum.applied).doesNotContain(giant);
  }

  /**
   * In between whole inputs keep everybody busy: dividing them all would cost more than it gives.
   */
  @Test
  void mostOfManyTasksStayWhole() {
    Sum sum = new Sum();
    List<Range> ranges = ranges(4096);
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(2)) {
      List<Integer> _ = mapper.map(sum, ranges);
    }
    assertThat(ranges.stream().filter(sum.applied::contains)).hasSizeGreaterThan(3000);
  }

  @Test
  void oneWorkerAndChunksDivideNothing() {
    Sum sum = new Sum();
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(1)) {
      List<Integer> _ = mapper.map(sum, ranges(4));
    }
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(2)) {
      List<Integer> _ = mapper.map(sum, ranges(4), Terms.chunked(2));
    }
    assertThat(sum.applied).containsExactlyInAnyOrderElementsOf(ranges(4));
  }

  @Test
  void theFirstFailureOfAPartIsThatOfTheTask() {
    RuntimeException first = new IllegalArgumentException("first half");
    RuntimeException second = new IllegalStateException("second half");
    Sum sum =
        new Sum() {
          @Override
          public Integer apply(Range range) {
            if (range.to() == 100) {
              throw second;
            }
            if (range.from() == 0) {
              throw first;
            }
            return super.apply(range);
          }
        };
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(2)) {
      assertThatThrownBy(() -> mapper.map(sum, ranges(1))).isSameAs(first);
      List<Integer> sums = mapper.map(new Sum(), ranges(1));
      assertThat(sums).containsExactly(4950);
    }
  }

  @Test
  void dividingAndJoiningMayFail() {
    RuntimeException failure = new IllegalStateException("cannot");
    Sum undivided =
        new Sum() {
          @Override
          public List<Range> divide(Range range, int parts) {
            throw failure;
          }
        };
    Sum unjoined =
        new Sum() {
          @Override
          public Integer join(Range range, List<Integer> sums) {
            throw failure;
          }
        };
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(2)) {
      assertThatThrownBy(() -> mapper.map(undivided, ranges(2))).isSameAs(failure);
      assertThatThrownBy(() -> mapper.map(unjoined, ranges(2))).isSameAs(failure);
    }
  }

  @Test
  void allPartsAreStopped() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(2);
    AtomicInteger begun = new AtomicInteger();
    Sum sum =
        new Sum() {
          @Override
          public Integer apply(Range range) {
            begun.incrementAndGet();
            awaitInterrupt(interrupted);
            return super.apply(range);
          }
        };
    try (Mapper mapper = ExecutorKind.FORK_JOIN_SPLIT.create(2)) {
      for (int millis = 25; begun.get() < 2 && millis < 20_000; millis *= 2) {
        begun.set(0);
        Terms terms = Terms.within(Duration.ofMillis(millis));
        assertThatExceptionOfType(TimeLimitException.class)
            .isThrownBy(() -> mapper.map(sum, ranges(1), terms))
            .withMessageEndingWith(" 0 of 1 results were there");
      }
      assertThat(interrupted.await(Kinds.SOON, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(begun).hasValue(2);
  }
}
