/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockstep.core.OtherThread;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimedCallTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicReference<Thread> thread = new AtomicReference<>();
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Waits until it is interrupted, and says when it has ended. */
  private String endless() throws InterruptedException {
    thread.set(Thread.currentThread());
    try {
      new CountDownLatch(1).await();
      return "never";
    } finally {
      ended.set(true);
    }
  }

  @Test
  void whatIsThereInTimeIsReturned() throws Exception {
    assertThat(TimedCall.waitFor(() -> "a value", LONG)).isEqualTo("a value");
    String nothing = TimedCall.waitFor(() -> null, LONG);
    assertThat(nothing).isNull();
  }

  @Test
  void whatIsNotThereInTimeIsStoppedBeforeTheCallerIsTold() {
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> TimedCall.waitFor(this::endless, SHORT))
        .withMessage("did not complete in 50 ms and was cancelled");
    assertThat(thread.get() == null || ended.get()).as("the work has ended").isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aFailureInTimeIsThrown() {
    IOException failure = new IOException("of the work");
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(
            () ->
                TimedCall.waitFor(
                    () -> {
                      throw failure;
                    },
                    LONG))
        .withCause(failure);
  }

  @Test
  void withoutTimeNothingIsBegun() {
    for (Duration none : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> TimedCall.waitFor(this::endless, none))
          .withMessageEndingWith("and was not begun");
    }
    assertThat(thread).hasValue(null);
  }

  @Test
  void whoIsInterruptedStopsTheWorkToo() {
    OtherThread<String> caller = OtherThread.start(() -> TimedCall.waitFor(this::endless, LONG));
    OtherThread.until("the work runs", () -> thread.get() != null);
    caller.awaitWaiting();
    caller.thread().interrupt();
    assertThatThrownBy(caller::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(ended).isTrue();
  }

  /** The limit grows until this machine begins the work in it. */
  @Test
  void workThatIgnoresTheInterruptIsNamed() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AtomicReference<Thread> deaf = new AtomicReference<>();
    ThreadFactory factory =
        work -> {
          deaf.set(Thread.ofPlatform().daemon().name("deaf").unstarted(work));
          return deaf.get();
        };
    Callable<String> work =
        () -> {
          ended.set(true);
          while (end.getCount() > 0) {
            Thread.onSpinWait();
          }
          return "too late";
        };
    int millis = 25;
    TimeoutException e;
    do {
      millis *= 2;
      Duration limit = Duration.ofMillis(millis);
      e =
          catchThrowableOfType(
              TimeoutException.class,
              () -> TimedCall.waitFor(work, limit, factory, Duration.ofMillis(1)));
    } while (!ended.get() && millis < 10_000);
    assertThat(e)
        .hasMessage(
            "did not complete in %d ms and does not stop: 1 of 1 threads still run after they were"
                + " interrupted: deaf",
            millis);
    end.countDown();
    deaf.get().join();
  }

  @Test
  void theSentenceHasTheLimitInAUnitThatFits() {
    for (String[] each :
        new String[][] {{"PT30S", "30 s"}, {"PT0.03S", "30 ms"}, {"PT0.0000005S", "0.5 us"}}) {
      assertThatExceptionOfType(TimeoutException.class)
          .isThrownBy(() -> TimedCall.waitFor(this::endless, Duration.parse(each[0]).negated()))
          .withMessageContaining("in -" + each[1] + " and");
    }
  }
}
