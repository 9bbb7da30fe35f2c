/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** Two threads, two locks: what happens if they take them in opposite order. */
class DeadlockTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Lock a = new ReentrantLock();
  private final Lock b = new ReentrantLock();

  @Test
  void threadsThatWaitForEachOtherAreFound() throws Exception {
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    OtherThread<String> ab = OtherThread.start(() -> both(a, bothHoldOne, b));
    OtherThread<String> ba = OtherThread.start(() -> both(b, bothHoldOne, a));
    OtherThread.until("a deadlock is found", () -> THREADS.findDeadlockedThreads() != null);
    assertThat(THREADS.findDeadlockedThreads())
        .containsExactlyInAnyOrder(ab.thread().threadId(), ba.thread().threadId());

    ab.thread().interrupt();
    assertThatThrownBy(ab::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(ba.get()).as("goes on as soon as the other gives up").isEqualTo("has both");
    assertThat(THREADS.findDeadlockedThreads()).isNull();
  }

  /** Waits in the middle until the other thread has its first lock too. */
  private static String both(Lock first, CyclicBarrier bothHoldOne, Lock second) throws Exception {
    first.lockInterruptibly();
    try {
      bothHoldOne.await();
      second.lockInterruptibly();
      try {
        return "has both";
      } finally {
        second.unlock();
      }
    } finally {
      first.unlock();
    }
  }

  /** The remedy: one order for all. Here no thread can hold one lock and wait for the other's. */
  @Test
  void threadsThatTakeTheLocksInOneOrderAreNot() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    OtherThread<Integer> one = OtherThread.start(() -> inOrder(start));
    OtherThread<Integer> two = OtherThread.start(() -> inOrder(start));
    assertThat(one.get() + two.get()).isEqualTo(20_000);
    assertThat(THREADS.findDeadlockedThreads()).isNull();
  }

  private int inOrder(CyclicBarrier start) throws Exception {
    start.await();
    int turns = 0;
    while (turns < 10_000) {
      a.lockInterruptibly();
      try {
        b.lockInterruptibly();
        try {
          turns++;
        } finally {
          b.unlock();
        }
      } finally {
        a.unlock();
      }
    }
    return turns;
  }
}
