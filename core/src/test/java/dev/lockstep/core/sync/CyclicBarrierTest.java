/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a barrier does in time and out of it; as Python's, it breaks for all if it does for one. */
class CyclicBarrierTest {

  @Test
  void nobodyPassesBeforeAllHaveCome() throws Exception {
    AtomicInteger passages = new AtomicInteger();
    CyclicBarrier barrier = new CyclicBarrier(2, passages::incrementAndGet);
    List<String> said = new CopyOnWriteArrayList<>();
    OtherThread<Integer> server = party("server", barrier, said);
    OtherThread<Integer> client = party("client", barrier, said);
    assertThat(List.of(server.get(), client.get())).containsExactlyInAnyOrder(0, 1);
    assertThat(said.subList(0, 2)).containsExactlyInAnyOrder("server", "client");
    assertThat(said.subList(2, 4)).containsExactlyInAnyOrder("__server", "__client");
    assertThat(passages).as("the action runs once per passage").hasValue(1);
    assertThat(barrier.isBroken()).isFalse();
  }

  private static OtherThread<Integer> party(String name, CyclicBarrier barrier, List<String> said) {
    return OtherThread.start(
        () -> {
          said.add(name);
          int index = barrier.await();
          said.add("__" + name);
          return index;
        });
  }

  @Test
  void whoGivesUpBreaksItForAllOthers() {
    CyclicBarrier barrier = new CyclicBarrier(3);
    OtherThread<Integer> patient = OtherThread.start(barrier::await);
    OtherThread.until("one waits", () -> barrier.getNumberWaiting() == 1);
    OtherThread<Integer> hasty = OtherThread.start(() -> barrier.await(1, TimeUnit.MILLISECONDS));
    assertThatThrownBy(hasty::get).hasCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(patient::get).hasCauseInstanceOf(BrokenBarrierException.class);
    assertThat(barrier.isBroken()).isTrue();
    assertThatThrownBy(barrier::await)
        .as("who comes later does not wait")
        .isInstanceOf(BrokenBarrierException.class);
  }

  @Test
  void aResetBreaksItForThoseWhoWaitAndMendsItForTheNext() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    OtherThread<Integer> waiter = OtherThread.start(barrier::await);
    OtherThread.until("one waits", () -> barrier.getNumberWaiting() == 1);
    barrier.reset();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(BrokenBarrierException.class);
    OtherThread<Integer> next = OtherThread.start(barrier::await);
    assertThat(barrier.await() + next.get()).as("arrival indexes 0 and 1").isEqualTo(1);
  }

  /** A latch is not a barrier for the next round, too: it stays open. */
  @Test
  void aBarrierIsUsedAgainAndALatchIsNot() throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Phaser phaser = new Phaser(2);
    CountDownLatch latch = new CountDownLatch(1);
    for (int round = 0; round < 3; round++) {
      OtherThread<Integer> other = OtherThread.start(barrier::await);
      OtherThread.until("one waits", () -> barrier.getNumberWaiting() == 1);
      assertThat(barrier.await()).as("the last").isZero();
      assertThat(other.get()).as("the first").isEqualTo(1);

      OtherThread<Integer> phased = OtherThread.start(phaser::arriveAndAwaitAdvance);
      phased.awaitWaiting();
      assertThat(phaser.arriveAndAwaitAdvance()).as("the phase").isEqualTo(round + 1);
      assertThat(phased.get()).isEqualTo(round + 1);

      assertThat(latch.await(0, TimeUnit.SECONDS)).isEqualTo(round > 0);
      latch.countDown();
    }
  }
}
