/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

/**
 * The life of a thread: the notes draw it as new, ready or running, blocked, terminated. Java does
 * not tell ready from running (both RUNNABLE), and tells three ways of being blocked.
 */
class ThreadStatesTest {

  private static void until(Thread thread, Thread.State state) {
    OtherThread.until("the thread is " + state, () -> thread.getState() == state);
  }

  @Test
  void oneThreadGoesThroughAllSixStates() throws Exception {
    AtomicBoolean spin = new AtomicBoolean(true);
    AtomicBoolean entered = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch wait = new CountDownLatch(1);
    CountDownLatch timed = new CountDownLatch(1);
    Object monitor = new Object();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .unstarted(
                () -> {
                  begun.countDown();
                  while (spin.get()) {
                    Thread.onSpinWait();
                  }
                  synchronized (monitor) {
                    entered.set(true);
                  }
                  try {
                    wait.await();
                    assertThat(timed.await(1, TimeUnit.HOURS)).isTrue();
                  } catch (InterruptedException e) {
                    throw new AssertionError("nobody interrupts this thread", e);
                  }
                });
    assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
    thread.start();
    begun.await();
    assertThat(thread.getState()).isEqualTo(Thread.State.RUNNABLE);
    synchronized (monitor) {
      spin.set(false);
      until(thread, Thread.State.BLOCKED);
      assertThat(entered).isFalse();
    }
    until(thread, Thread.State.WAITING);
    assertThat(entered).isTrue();
    wait.countDown();
    until(thread, Thread.State.TIMED_WAITING);
    timed.countDown();
    thread.join();
    assertThat(thread.getState()).isEqualTo(Thread.State.TERMINATED);
    assertThat(thread.isAlive()).isFalse();
  }

  /** So a thread dump says BLOCKED of monitors only. */
  @Test
  void whoWaitsForALockOfTheLibraryIsParkedNotBlocked() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    OtherThread<Boolean> other;
    lock.lock();
    try {
      other =
          OtherThread.start(
              () -> {
                lock.lock();
                try {
                  return true;
                } finally {
                  lock.unlock();
                }
              });
      until(other.thread(), Thread.State.WAITING);
      assertThat(LockSupport.getBlocker(other.thread())).isNotNull();
      assertThat(lock.hasQueuedThread(other.thread())).isTrue();
    } finally {
      lock.unlock();
    }
    assertThat(other.get()).isTrue();
  }

  @Test
  void whoWaitsForAConditionOfAMonitorIsWaitingAndThenBlocked() throws Exception {
    Object monitor = new Object();
    AtomicBoolean told = new AtomicBoolean();
    OtherThread<Boolean> other =
        OtherThread.start(
            () -> {
              synchronized (monitor) {
                while (!told.get()) {
                  monitor.wait();
                }
              }
              return true;
            });
    until(other.thread(), Thread.State.WAITING);
    synchronized (monitor) {
      told.set(true);
      monitor.notifyAll();
      until(other.thread(), Thread.State.BLOCKED);
    }
    assertThat(other.get()).isTrue();
  }

  @Test
  void aThreadIsStartedOnce() throws Exception {
    Thread thread = Thread.ofPlatform().start(() -> {});
    thread.join();
    assertThatThrownBy(thread::start).isInstanceOf(IllegalThreadStateException.class);
  }
}
