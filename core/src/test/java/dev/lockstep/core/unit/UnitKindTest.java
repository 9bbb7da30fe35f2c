/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class UnitKindTest {

  private int done;

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PROCESS", "JVM"})
  void theWorkIsDoneWhenRunReturns(UnitKind kind) throws InterruptedException {
    try (Unit unit = kind.create()) {
      for (int i = 1; i <= 100; i++) {
        unit.run(() -> done++);
        assertThat(done).isEqualTo(i);
      }
    }
    assertThat(kind.sharesMemory()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"PROCESS", "JVM"})
  void aProcessEndsAndDoesNothingHere(UnitKind kind) throws InterruptedException {
    long before = ProcessHandle.current().children().count();
    try (Unit unit = kind.create()) {
      unit.run(() -> done++);
    }
    assertThat(done).isZero();
    assertThat(kind.sharesMemory()).isFalse();
    assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(names = {"CALL", "VIRTUAL", "PLATFORM", "POOLED"})
  void whatDoesItIsWhatTheKindSays(UnitKind kind) throws InterruptedException {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Unit unit = kind.create()) {
      for (int i = 0; i < 10; i++) {
        unit.run(() -> threads.add(Thread.currentThread()));
      }
    }
    assertThat(threads)
        .hasSizeBetween(
            isNew(kind) ? 10 : 1,
            switch (kind) {
              case CALL -> 1;
              case POOLED -> PooledUnit.THREADS;
              default -> 10;
            })
        .allMatch(thread -> thread.isVirtual() == (kind == UnitKind.VIRTUAL))
        .allMatch(thread -> thread.equals(Thread.currentThread()) == (kind == UnitKind.CALL));
  }

  private static boolean isNew(UnitKind kind) {
    return kind == UnitKind.VIRTUAL || kind == UnitKind.PLATFORM;
  }

  @ParameterizedTest
  @EnumSource(names = {"CALL", "VIRTUAL", "PLATFORM", "POOLED"})
  void whatTheWorkThrowsReachesTheCaller(UnitKind kind) {
    IllegalArgumentException failure = new IllegalArgumentException("from the work");
    Error error = new AssertionError("from the work");
    try (Unit unit = kind.create()) {
      assertThatThrownBy(() -> unit.run(() -> fail(failure))).isSameAs(failure);
      assertThatThrownBy(() -> unit.run(() -> fail(error))).isSameAs(error);
    }
  }

  private static void fail(Throwable failure) {
    switch (failure) {
      case Error error -> throw error;
      case RuntimeException unchecked -> throw unchecked;
      default -> throw new IllegalStateException(failure);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VIRTUAL", "PLATFORM", "POOLED"})
  void anInterruptOfTheCallerReachesTheWork(UnitKind kind) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Unit unit = kind.create()) {
      OtherThread<Void> caller =
          OtherThread.start(
              () -> {
                unit.run(() -> untilInterrupted(begun, interrupted));
                return null;
              });
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      caller.thread().interrupt();
      assertThatThrownBy(caller::get).hasCauseInstanceOf(InterruptedException.class);
      assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void untilInterrupted(CountDownLatch begun, CountDownLatch interrupted) {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
  }

  @Test
  void aClosedPoolTakesNoWork() {
    Unit unit = UnitKind.POOLED.create();
    unit.close();
    unit.close();
    assertThatThrownBy(() -> unit.run(() -> done++)).isInstanceOf(RejectedExecutionException.class);
    assertThat(done).isZero();
  }

  @Test
  void aProcessThatFailsIsNoResult() {
    assertThatThrownBy(() -> new ProcessUnit(List.of("false")).run(() -> done++))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("false ended with status 1");
  }

  @Test
  void anInterruptEndsTheProcess() throws Exception {
    ProcessUnit unit = new ProcessUnit(List.of("sleep", "600"));
    OtherThread<Void> caller =
        OtherThread.start(
            () -> {
              unit.run(() -> done++);
              return null;
            });
    OtherThread.until("the process runs", () -> sleepers() == 1);
    caller.thread().interrupt();
    assertThatThrownBy(caller::get).hasCauseInstanceOf(InterruptedException.class);
    OtherThread.until("the process has ended", () -> sleepers() == 0);
  }

  private static long sleepers() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("sleep"))
        .count();
  }
}
