/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadEndTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch latch = new CountDownLatch(1);

  private Thread waiting() {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                latch.await();
              } catch (InterruptedException e) {
                // the end as well
              }
            });
  }

  @Test
  void namesThoseThatRunWhenTheTimeIsOver() {
    Thread ended = Thread.ofPlatform().start(() -> {});
    assertThat(ThreadEnd.await(List.of(ended), LONG)).isEmpty();
    Thread first = waiting();
    Thread second = waiting();
    assertThat(ThreadEnd.await(List.of(first, ended, second), Duration.ZERO))
        .containsExactly(first, second);
    latch.countDown();
    assertThat(ThreadEnd.await(List.of(first, second), LONG)).isEmpty();
  }

  @Test
  void anInterruptIsKeptAndDoesNotShortenTheWait() throws Exception {
    Thread thread = waiting();
    OtherThread<Boolean> caller =
        OtherThread.start(
            () -> {
              Thread.currentThread().interrupt();
              List<Thread> running = ThreadEnd.await(List.of(thread), LONG);
              return running.isEmpty() && Thread.interrupted();
            });
    caller.awaitWaiting();
    latch.countDown();
    assertThat(caller.get()).isTrue();
  }
}
