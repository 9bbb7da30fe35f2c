/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Construct.Guarantee;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CounterKindTest {

  /** No more than CPUs: a lock that spins in order would need a time slice for every hand-over. */
  private static final int THREADS = 2;

  private static final int INCREMENTS = 100_000;

  @ParameterizedTest
  @EnumSource
  void startsAtZero(CounterKind kind) {
    assertThat(kind.create().value()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void isExactInOneThread(CounterKind kind) {
    Counter counter = kind.create();
    Counter local = counter.local();
    for (int i = 0; i < 1000; i++) {
      local.increment(1);
    }
    local.increment(-10);
    counter.increment(100);
    assertThat(counter.value()).isEqualTo(1090);
  }

  @ParameterizedTest
  @EnumSource
  void wrapsAround(CounterKind kind) {
    Counter counter = kind.create();
    counter.increment(Integer.MAX_VALUE);
    counter.increment(1);
    assertThat(counter.value()).isEqualTo(Integer.MIN_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void countersOfOneKindShareNothing(CounterKind kind) {
    Counter counter = kind.create();
    kind.create().increment(1);
    assertThat(counter.value()).isZero();
  }

  /** Exact kinds lose nothing. How much the racy kinds lose is no business of a unit test. */
  @ParameterizedTest
  @EnumSource
  void countsWithSeveralThreads(CounterKind kind) throws Exception {
    Counter counter = kind.create();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> threads = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        threads.add(
            pool.submit(
                () -> {
                  Counter local = counter.local();
                  start.await();
                  for (int i = 0; i < INCREMENTS; i++) {
                    local.increment(1);
                  }
                  return null;
                }));
      }
      for (Future<?> thread : threads) {
        thread.get();
      }
    }
    if (kind.guarantee() == Guarantee.EXACT) {
      assertThat(counter.value()).isEqualTo(THREADS * INCREMENTS);
    } else {
      assertThat(counter.value()).isBetween(1, THREADS * INCREMENTS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheConfinedCounterHasLocalViews(CounterKind kind) {
    Counter counter = kind.create();
    if (kind == CounterKind.CONFINED) {
      assertThat(counter.local()).isNotSameAs(counter).isNotSameAs(counter.local());
    } else {
      assertThat(counter.local()).isSameAs(counter);
    }
  }
}
