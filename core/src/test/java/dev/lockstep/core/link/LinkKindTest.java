/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("gate")
class LinkKindTest {

  private static final ThreadFactory PLATFORM = Thread.ofPlatform().daemon().factory();
  private static final ThreadFactory VIRTUAL = Thread.ofVirtual().factory();

  private final List<Thread> made = Collections.synchronizedList(new ArrayList<>());
  private int seen;

  static Stream<LinkKind> threads() {
    return Stream.of(LinkKind.values()).filter(LinkKind::threads);
  }

  private ThreadFactory noting(ThreadFactory threads) {
    return task -> {
      Thread thread = threads.newThread(task);
      made.add(thread);
      return thread;
    };
  }

  /** Twice the value, and one for each party. */
  @ParameterizedTest
  @EnumSource
  void theAnswerTellsTheDepth(LinkKind kind) throws InterruptedException {
    for (int depth : kind == LinkKind.PIPE ? List.of(1) : List.of(1, 2, 10, 100)) {
      for (ThreadFactory threads : List.of(PLATFORM, VIRTUAL)) {
        try (Link link = kind.create(depth, noting(threads), value -> 2 * value)) {
          for (int value = -3; value < 50; value++) {
            int expected = kind == LinkKind.PIPE ? value + 1 : 2 * value + depth;
            assertThat(link.roundTrip(value)).isEqualTo(expected);
          }
        }
        assertThat(made).hasSize(kind.threads() ? depth : 0);
        assertThat(made).noneMatch(Thread::isAlive);
        made.clear();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("threads")
  void whatTheCallerWroteTheWorkSees(LinkKind kind) throws InterruptedException {
    int[] box = new int[1];
    try (Link link = kind.create(3, VIRTUAL, value -> seen = box[0])) {
      for (int i = 1; i <= 200; i++) {
        box[0] = i;
        assertThat(link.roundTrip(0)).isEqualTo(i + 3);
        assertThat(seen).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheWorkThrowsReachesTheCallerAndTheLinkGoesOn(LinkKind kind)
      throws InterruptedException {
    if (kind == LinkKind.PIPE) {
      return; // the other process does no work of ours
    }
    IllegalArgumentException failure = new IllegalArgumentException("from the work");
    try (Link link = kind.create(2, PLATFORM, value -> unless(value == 7, failure))) {
      assertThatThrownBy(() -> link.roundTrip(7))
          .isInstanceOf(IllegalStateException.class)
          .hasCause(failure);
      assertThat(link.roundTrip(8)).isEqualTo(2);
    }
  }

  private static int unless(boolean so, RuntimeException failure) {
    if (so) {
      throw failure;
    }
    return 0;
  }

  @ParameterizedTest
  @MethodSource("threads")
  void aCallerThatWaitsCanBeInterrupted(LinkKind kind) throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Link link = kind.create(1, noting(PLATFORM), value -> awaited(never))) {
      OtherThread<Integer> caller = OtherThread.start(() -> link.roundTrip(1));
      OtherThread.until("the party works", () -> isWaitingIn(made.getFirst(), "awaited"));
      caller.awaitWaiting();
      caller.thread().interrupt();
      assertThatThrownBy(caller::get).hasCauseInstanceOf(InterruptedException.class);
    }
    assertThat(made).hasSize(1).noneMatch(Thread::isAlive);
  }

  private static boolean isWaitingIn(Thread thread, String method) {
    return Stream.of(thread.getStackTrace()).anyMatch(at -> at.getMethodName().equals(method));
  }

  private static int awaited(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  @Test
  void theOtherProcessEndsWithTheLink() throws InterruptedException {
    PipeLink link = new PipeLink();
    Process process = link.process();
    assertThat(link.roundTrip(41)).isEqualTo(42);
    assertThat(process.isAlive()).isTrue();
    link.close();
    link.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(process.exitValue()).as("it ended by itself").isZero();
    assertThatThrownBy(() -> link.roundTrip(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aProcessThatDiesIsSaidSo() {
    try (PipeLink link = new PipeLink()) {
      Process _ = link.process().destroyForcibly();
      assertThatThrownBy(() -> untilItFails(link))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the other process has ended");
    }
  }

  /** It may answer until the signal arrives. */
  private static void untilItFails(PipeLink link) {
    while (true) {
      int _ = link.roundTrip(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDepthThatMeansNothingIsRefused(LinkKind kind) {
    assertThatThrownBy(() -> kind.create(0, PLATFORM, value -> value))
        .isInstanceOf(IllegalArgumentException.class);
    if (kind == LinkKind.PIPE) {
      assertThatThrownBy(() -> kind.create(2, PLATFORM, value -> value))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("PIPE can have 1 to 1 parties, not 2");
    }
  }

  @ParameterizedTest
  @MethodSource("threads")
  void aClosedLinkIsRefused(LinkKind kind) {
    Link link = kind.create(1, PLATFORM, value -> value);
    link.close();
    link.close();
    assertThatThrownBy(() -> link.roundTrip(1)).isInstanceOf(IllegalStateException.class);
  }
}
