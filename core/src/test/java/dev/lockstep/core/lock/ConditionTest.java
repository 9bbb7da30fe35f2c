/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/** What waiting for a condition does with the lock, and whom a signal wakes. */
class ConditionTest {

  private static final int WAITERS = 3;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** How many waiting threads may go on; guarded by the lock. */
  private int permits;

  private OtherThread<Boolean> waiter() {
    return OtherThread.start(
        () -> {
          lock.lock();
          try {
            while (permits == 0) {
              changed.await();
            }
            permits--;
            return lock.isHeldByCurrentThread();
          } finally {
            lock.unlock();
          }
        });
  }

  /** As many waiting threads; they are told apart from ones that wait for the lock. */
  private List<OtherThread<Boolean>> waiters() {
    List<OtherThread<Boolean>> waiters = new ArrayList<>();
    for (int i = 1; i <= WAITERS; i++) {
      int count = i;
      waiters.add(waiter());
      OtherThread.until("the condition has " + i + " waiters", () -> waiting() == count);
    }
    return waiters;
  }

  private int waiting() {
    lock.lock();
    try {
      return lock.getWaitQueueLength(changed);
    } finally {
      lock.unlock();
    }
  }

  private void allowAll() {
    lock.lock();
    try {
      permits = WAITERS;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Test
  void theLockIsFreeDuringTheWaitAndHeldAfterIt() throws Exception {
    List<OtherThread<Boolean>> waiters = waiters();
    assertThat(lock.tryLock()).as("free although %d threads wait in it", WAITERS).isTrue();
    lock.unlock();
    allowAll();
    for (OtherThread<Boolean> waiter : waiters) {
      assertThat(waiter.get()).as("held after the wait").isTrue();
    }
  }

  @Test
  void aSignalMovesOneWaiterAndSignalAllTheRest() throws Exception {
    List<OtherThread<Boolean>> waiters = waiters();
    lock.lock();
    try {
      changed.signal();
      assertThat(lock.getWaitQueueLength(changed)).isEqualTo(WAITERS - 1);
      changed.signal();
      assertThat(lock.getWaitQueueLength(changed)).as("n signals, n waiters").isEqualTo(1);
      permits = WAITERS;
      changed.signalAll();
      assertThat(lock.getWaitQueueLength(changed)).isZero();
    } finally {
      lock.unlock();
    }
    for (OtherThread<Boolean> waiter : waiters) {
      assertThat(waiter.get()).isTrue();
    }
  }

  /** Why the wait stands in a loop: to be woken is not to find what one waits for. */
  @Test
  void whoIsWokenWithoutHavingWhatItWaitsForWaitsAgain() throws Exception {
    OtherThread<Boolean> waiter = waiter();
    OtherThread.until("it waits", () -> waiting() == 1);
    lock.lock();
    try {
      changed.signalAll();
      assertThat(lock.getWaitQueueLength(changed)).isZero();
    } finally {
      lock.unlock();
    }
    OtherThread.until("it waits again", () -> waiting() == 1);
    allowAll();
    assertThat(waiter.get()).isTrue();
  }

  @Test
  void aTimedWaitTellsThatNothingIsLeftAndHoldsTheLockAgain() throws InterruptedException {
    long nanos = 1_000_000;
    lock.lock();
    try {
      long start = System.nanoTime();
      long left = nanos;
      while (left > 0) { // it may wake for no reason
        left = changed.awaitNanos(left);
      }
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(nanos);
      assertThat(lock.isHeldByCurrentThread()).isTrue();
    } finally {
      lock.unlock();
    }
  }

  @Test
  void nobodyWaitsOrSignalsWithoutTheLock() {
    assertThatThrownBy(changed::await).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(changed::signal).isInstanceOf(IllegalMonitorStateException.class);
  }
}
