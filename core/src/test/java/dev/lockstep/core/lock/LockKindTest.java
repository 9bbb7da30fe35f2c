/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockKindTest {

  /** Whether another thread would get the lock now; it gives it back at once. */
  private static boolean isFree(Lock lock) throws Exception {
    return OtherThread.start(
            () -> {
              boolean taken = lock.tryLock();
              if (taken) {
                lock.unlock();
              }
              return taken;
            })
        .get();
  }

  @ParameterizedTest
  @EnumSource
  void isTakenByOneThreadAtATime(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(isFree(lock)).as("new").isTrue();
    assertThat(lock.tryLock()).isTrue();
    assertThat(isFree(lock)).as("held").isFalse();
    lock.unlock();
    assertThat(isFree(lock)).as("given back").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void locksOfOneKindShareNothing(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(kind.create().tryLock()).isTrue();
    assertThat(isFree(lock)).isTrue();
  }

  /** Each attempt that succeeds counts once, so a lock that lets two in loses counts. */
  @ParameterizedTest
  @EnumSource
  void whatIsCountedUnderTheLockIsExact(LockKind kind) throws Exception {
    Lock lock = kind.create();
    int[] count = {0};
    CyclicBarrier start = new CyclicBarrier(2);
    List<OtherThread<Integer>> threads =
        List.of(counting(lock, count, start), counting(lock, count, start));
    int acquired = 0;
    for (OtherThread<Integer> thread : threads) {
      acquired += thread.get();
    }
    assertThat(acquired).isPositive();
    assertThat(count[0]).isEqualTo(acquired);
  }

  private static OtherThread<Integer> counting(Lock lock, int[] count, CyclicBarrier start) {
    return OtherThread.start(
        () -> {
          start.await();
          int acquired = 0;
          for (int attempt = 0; attempt < 100_000; attempt++) {
            if (lock.tryLock()) {
              try {
                count[0]++;
              } finally {
                lock.unlock();
              }
              acquired++;
            }
          }
          return acquired;
        });
  }

  @ParameterizedTest
  @EnumSource
  void whoWaitsForTheLockGetsItAfterTheUnlock(LockKind kind) throws Exception {
    Lock lock = kind.create();
    CountDownLatch begun = new CountDownLatch(2);
    assertThat(lock.tryLock()).isTrue();
    OtherThread<Boolean> patient =
        OtherThread.start(
            () -> {
              begun.countDown();
              lock.lock();
              try {
                return true;
              } finally {
                lock.unlock();
              }
            });
    OtherThread<Boolean> timed =
        OtherThread.start(
            () -> {
              begun.countDown();
              boolean taken = lock.tryLock(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
              lock.unlock();
              return taken;
            });
    begun.await();
    assertThat(patient.result().isDone() || timed.result().isDone()).as("got in").isFalse();
    lock.unlock();
    assertThat(patient.get()).isTrue();
    assertThat(timed.get()).isTrue();
    assertThat(isFree(lock)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void waitsNoLongerThanTheTimeGiven(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(lock.tryLock()).isTrue();
    long start = System.nanoTime();
    boolean taken = OtherThread.start(() -> lock.tryLock(1, TimeUnit.MILLISECONDS)).get();
    assertThat(taken).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000);
    assertThat(OtherThread.start(() -> lock.tryLock(0, TimeUnit.NANOSECONDS)).get()).isFalse();
    lock.unlock();
    assertThat(lock.tryLock(-1, TimeUnit.NANOSECONDS)).as("free: no time is needed").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptEndsTheWaiting(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(lock.tryLock()).isTrue();
    OtherThread<Void> waiter =
        OtherThread.start(
            () -> {
              lock.lockInterruptibly();
              lock.unlock();
              return null;
            });
    OtherThread<Boolean> timed =
        OtherThread.start(() -> lock.tryLock(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    waiter.thread().interrupt();
    timed.thread().interrupt();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(timed::get).hasCauseInstanceOf(InterruptedException.class);
    lock.unlock();
    assertThat(isFree(lock)).as("nobody is left in the queue").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aThreadThatIsInterruptedAlreadyDoesNotGetIt(LockKind kind) throws Exception {
    Lock lock = kind.create();
    Thread.currentThread().interrupt();
    assertThatThrownBy(lock::lockInterruptibly).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).as("cleared by the exception").isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> lock.tryLock(1, TimeUnit.SECONDS))
        .isInstanceOf(InterruptedException.class);
    assertThat(isFree(lock)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptWithoutWaitingIsDeafToInterrupts(LockKind kind) {
    Lock lock = kind.create();
    Thread.currentThread().interrupt();
    boolean taken = lock.tryLock();
    assertThat(Thread.interrupted()).as("the status stays").isTrue();
    assertThat(taken).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void isNotUnlockedByAnybodyWhenNobodyHoldsIt(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(lock.tryLock()).as("still of use").isTrue();
    lock.unlock();
    assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(lock.tryLock()).isTrue();
    assertThat(isFree(lock)).as("no permit too many").isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void isFreeAfterABodyThatThrows(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              lock.lock();
              try {
                throw new IllegalStateException("body");
              } finally {
                lock.unlock();
              }
            });
    assertThat(isFree(lock)).isTrue();
  }

  /** The twin of the test above: it is the finally that frees the lock, not the exception. */
  @ParameterizedTest
  @EnumSource
  @SuppressWarnings("LockNotBeforeTry") // this is the mistake on show
  void withoutFinallyItStaysHeldAfterABodyThatThrows(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              lock.lock();
              throwFromTheBody();
              lock.unlock();
            });
    assertThat(isFree(lock)).isFalse();
  }

  private static void throwFromTheBody() {
    throw new IllegalStateException("body");
  }

  @ParameterizedTest
  @EnumSource(names = {"REENTRANT_LOCK", "REENTRANT_LOCK_FAIR", "WRITE_LOCK"})
  void aReentrantLockIsTakenTwiceByItsHolderAndGivenBackTwice(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(lock.tryLock()).isTrue();
    assertThat(lock.tryLock()).isTrue();
    lock.unlock();
    assertThat(isFree(lock)).as("once is not enough").isFalse();
    lock.unlock();
    assertThat(isFree(lock)).isTrue();
  }

  /** With {@code lock()} instead the thread would wait for itself for ever. */
  @ParameterizedTest
  @EnumSource(names = {"STAMPED_LOCK", "SEMAPHORE", "SPIN_LOCK", "TICKET_LOCK", "MCS_LOCK"})
  void aLockThatIsNotReentrantIsRefusedToItsHolderToo(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(lock.tryLock()).isTrue();
    assertThat(lock.tryLock()).isFalse();
    assertThat(lock.tryLock(1, TimeUnit.MILLISECONDS)).as("times out").isFalse();
    lock.unlock();
    assertThat(isFree(lock)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"REENTRANT_LOCK", "REENTRANT_LOCK_FAIR", "WRITE_LOCK"})
  void aLockWithAnOwnerIsUnlockedByNobodyElse(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(lock.tryLock()).isTrue();
    assertThatThrownBy(() -> unlockByAnotherThread(lock))
        .hasCauseInstanceOf(IllegalMonitorStateException.class);
    assertThat(isFree(lock)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"STAMPED_LOCK", "SEMAPHORE", "SPIN_LOCK", "TICKET_LOCK", "MCS_LOCK"})
  void aLockWithoutAnOwnerIsUnlockedByAnyThread(LockKind kind) throws Exception {
    Lock lock = kind.create();
    assertThat(lock.tryLock()).isTrue();
    unlockByAnotherThread(lock);
    assertThat(isFree(lock)).isTrue();
  }

  private static void unlockByAnotherThread(Lock lock) throws Exception {
    OtherThread<Void> other =
        OtherThread.start(
            () -> {
              lock.unlock();
              return null;
            });
    assertThat(other.get()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"STAMPED_LOCK", "SEMAPHORE", "SPIN_LOCK", "TICKET_LOCK", "MCS_LOCK"})
  void aLockWithoutAnOwnerHasNoConditions(LockKind kind) {
    assertThatThrownBy(() -> kind.create().newCondition())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
