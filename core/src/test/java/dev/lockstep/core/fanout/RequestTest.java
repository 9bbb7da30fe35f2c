/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import dev.lockstep.core.executor.Carriers;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.kernel.GlobalLock;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("gate")
class RequestTest {

  private static final Duration SHORT = Duration.ofMillis(2);

  @ParameterizedTest
  @EnumSource
  void everyRequestIsAnsweredWithItsNumber(Io io) throws IOException {
    for (ExecutorKind kind : List.of(ExecutorKind.VIRTUAL, ExecutorKind.FIXED)) {
      try (Latency latency = io.open(SHORT);
          Mapper mapper = kind.create(kind == ExecutorKind.FIXED ? 4 : Carriers.count())) {
        Request request = new Request(latency, 100, GlobalLock.PER_TASK);
        for (int round = 0; round < 2; round++) {
          List<Integer> results = mapper.map(request, IntStream.range(0, 200).boxed().toList());
          assertThat(request.right(results)).isEqualTo(200);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAnsweredBeforeItsTime(Io io) throws Exception {
    try (Latency latency = io.open(Duration.ofMillis(20))) {
      long start = System.nanoTime();
      assertThat(latency.request(-5)).isEqualTo(-5);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }
  }

  /** So no one of them waits behind another: one after the other they would take three minutes. */
  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void allWaitAtTheSameTime(Io io) throws IOException {
    try (Latency latency = io.open(Duration.ofMillis(300));
        Mapper mapper = ExecutorKind.VIRTUAL.create(Carriers.count())) {
      Request request = new Request(latency, 0, GlobalLock.NONE);
      assertThat(request.right(mapper.map(request, IntStream.range(0, 600).boxed().toList())))
          .isEqualTo(600);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRequestCanBeInterruptedAndTheNextOneIsAnswered(Io io) throws Exception {
    try (Latency latency = io.open(Duration.ofMillis(500))) {
      OtherThread<Integer> caller = OtherThread.start(() -> latency.request(1));
      caller.thread().interrupt();
      assertThatThrownBy(caller::get).hasCauseInstanceOf(InterruptedException.class);
      assertThat(latency.request(2)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noThreadAndNoDescriptorIsLeft(Io io) throws Exception {
    long before = descriptors();
    try (Latency latency = io.open(SHORT);
        Mapper mapper = ExecutorKind.CACHED.create(1)) {
      List<Integer> _ =
          mapper.map(
              new Request(latency, 0, GlobalLock.NONE), IntStream.range(0, 50).boxed().toList());
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().matches("pipes|server"));
    // Descriptors are returned by a thread of the JVM's own where a selector had them.
    OtherThread.until("descriptors are given back", () -> descriptors() <= before + 8);
  }

  private static long descriptors() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }

  @ParameterizedTest
  @EnumSource
  void aLimitOfDescriptorsIsToldOfWhatNeedsThem(Io io) {
    assertThat(io.atOnce()).isPositive();
    assertThat(io.atOnce() == Integer.MAX_VALUE).isEqualTo(io == Io.SLEEP);
  }

  @Test
  void whatIsComputedIsTheGreatestCommonDivisor() {
    List<Integer> results = new ArrayList<>();
    Request request = new Request(echo(0), 1000, GlobalLock.NONE);
    for (int number = 0; number < 20; number++) {
      results.add(request.apply(number));
    }
    assertThat(results).startsWith(1, 8 + 2, 16 + 3, 24 + 4, 32 + 5, 40 + 6, 48 + 7, 56 + 1);
    assertThat(request.right(results)).isEqualTo(20);
    results.set(3, results.get(3) + 1);
    assertThat(request.right(results)).isEqualTo(19);
  }

  @Test
  void anAnswerToAnotherIsNotRight() {
    Request request = new Request(echo(1), 0, GlobalLock.NONE);
    assertThat(request.right(List.of(request.apply(0), request.apply(1)))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, 2_097_169})
  void tokensThatMeanNothingAreRefused(int tokens) {
    assertThatThrownBy(() -> new Request(echo(0), tokens, GlobalLock.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Latency echo(int wrong) {
    return new Latency() {
      @Override
      public int request(int number) {
        return number + wrong;
      }

      @Override
      public void close() {}
    };
  }
}
