/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollingQueueTest {

  private final PollingQueue<Integer> queue = new PollingQueue<>();

  @Test
  void countsHowOftenItWasAskedAndHowOftenInVain() throws InterruptedException {
    assertThat(queue.polls()).isZero();
    queue.put(1);
    assertThat(queue.offer(2)).isTrue();
    assertThat(queue.offer(3, Duration.ZERO)).isTrue();
    assertThat(queue.polls()).as("to put is not to ask").isZero();
    assertThat(queue.poll()).isEqualTo(1);
    assertThat(queue.take()).isEqualTo(2);
    assertThat(queue.poll(Kinds.FOREVER)).isEqualTo(3);
    assertThat(queue.polls()).isEqualTo(3);
    assertThat(queue.emptyPolls()).isZero();
    assertThat(queue.poll()).isNull();
    assertThat(queue.poll(Duration.ZERO)).isNull();
    assertThat(queue.polls()).isEqualTo(5);
    assertThat(queue.emptyPolls()).isEqualTo(2);
  }

  @Test
  void whoWaitsAsksInVainAgainAndAgain() throws Exception {
    OtherThread<Integer> taker = OtherThread.start(queue::take);
    OtherThread.until("it asks a third time", () -> queue.emptyPolls() >= 3);
    queue.put(1);
    assertThat(taker.get()).isEqualTo(1);
    assertThat(queue.polls()).isEqualTo(queue.emptyPolls() + 1);
  }

  @Test
  void itIsTheOnlyKindThatCounts() {
    for (QueueKind kind : QueueKind.values()) {
      assertThat(Kinds.of(kind, 1) instanceof Polls).isEqualTo(kind == QueueKind.POLLING);
    }
  }
}
