/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("gate")
class WatchTest {

  private static final int TIMES = 5;

  @Test
  void aThreadThatNobodyWakesIsLateAndTheNextSampleIsNotDisturbed() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < TIMES; i++) {
        Watch forgotten = new Watch(2);
        CountDownLatch never = new CountDownLatch(1);
        Future<Boolean> waits = threads.submit(() -> forgotten.ends(0, never::await));
        Future<Boolean> forgets = threads.submit(() -> forgotten.ends(1, () -> {}));
        assertThat(waits.get()).isFalse();
        assertThat(forgets.get()).isTrue();

        Watch woken = new Watch(2);
        CountDownLatch signal = new CountDownLatch(1);
        Future<Boolean> wakes = threads.submit(() -> woken.ends(0, signal::await));
        Future<Boolean> sends = threads.submit(() -> woken.ends(1, signal::countDown));
        assertThat(wakes.get()).isTrue();
        assertThat(sends.get()).isTrue();
      }
    }
  }

  @Test
  void bothAreLateIfEachWaitsForTheOther() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Watch watch = new Watch(2);
      CountDownLatch never = new CountDownLatch(1);
      Future<Boolean> one = threads.submit(() -> watch.ends(0, never::await));
      Future<Boolean> other = threads.submit(() -> watch.ends(1, never::await));
      assertThat(one.get()).isFalse();
      assertThat(other.get()).isFalse();
    }
  }

  /** However long the other takes: it has not ended, so it may still come to wake the first. */
  @Test
  void aThreadIsNotLateWhileAnotherIsStillAtWork() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Watch watch = new Watch(2);
      CountDownLatch signal = new CountDownLatch(1);
      Future<Boolean> waits = threads.submit(() -> watch.ends(0, signal::await));
      Future<Boolean> works =
          threads.submit(
              () ->
                  watch.ends(
                      1,
                      () -> {
                        long end = System.nanoTime() + 1_500_000_000L;
                        while (System.nanoTime() < end) {
                          Thread.onSpinWait();
                        }
                        signal.countDown();
                      }));
      assertThat(works.get()).isTrue();
      assertThat(waits.get()).isTrue();
    }
  }

  @Test
  void aLateThreadIsLateWhateverItMakesOfTheInterrupt() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      CountDownLatch never = new CountDownLatch(1);
      Watch wrapped = new Watch(1);
      Future<Boolean> wraps =
          threads.submit(
              () ->
                  wrapped.ends(
                      0,
                      () -> {
                        try {
                          never.await();
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                      }));
      assertThat(wraps.get()).isFalse();
      Watch swallowed = new Watch(1);
      Future<Boolean> swallows =
          threads.submit(
              () -> {
                boolean ended =
                    swallowed.ends(
                        0,
                        () -> {
                          try {
                            never.await();
                          } catch (InterruptedException e) {
                            assertThat(e).isNotNull();
                          }
                        });
                return ended || Thread.interrupted();
              });
      assertThat(swallows.get()).isFalse();
    }
  }

  /** The first one fails the other before the watchdog comes to that: it is late all the same. */
  @Test
  void whatALateThreadDoesToAnotherDoesNotMakeThatOneFail() throws Exception {
    Watch watch = new Watch(2);
    CountDownLatch never = new CountDownLatch(1);
    CompletableFuture<Void> given = new CompletableFuture<>();
    CountDownLatch failed = new CountDownLatch(1);
    FutureTask<Boolean> first = new FutureTask<>(() -> watch.ends(0, never::await));
    FutureTask<Boolean> other =
        new FutureTask<>(
            () ->
                watch.ends(
                    1,
                    () -> {
                      try {
                        Void _ = given.get();
                      } finally {
                        failed.countDown();
                      }
                    }));
    Thread interrupted =
        new Thread(first) {
          @Override
          public void interrupt() {
            super.interrupt();
            given.completeExceptionally(new IOException("cancelled by the first one"));
            try {
              failed.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          }
        };
    interrupted.start();
    new Thread(other).start();
    assertThat(other.get()).isFalse();
    assertThat(first.get()).isFalse();
  }

  @Test
  void whatFailsIsNoLateThread() {
    assertThatThrownBy(
            () ->
                new Watch(1)
                    .ends(
                        0,
                        () -> {
                          throw new IOException("on purpose");
                        }))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("on purpose");
  }
}
