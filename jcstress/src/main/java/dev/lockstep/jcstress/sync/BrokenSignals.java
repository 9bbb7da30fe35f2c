/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.PauseGate;
import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Broken;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Signals broken on purpose, each in one place: for the twins of stress tests, and for models. */
public final class BrokenSignals {

  private BrokenSignals() {}

  /** About as long as it takes the other thread to come from the sample before. */
  private static void pause() {
    for (int i = 0; i < 50; i++) {
      Thread.onSpinWait();
    }
  }

  @Broken(
      mutates = "sync:BOUNDED_SEMAPHORE",
      bug = "looks whether a permit is taken and then gives it back, in two steps")
  public static class CheckThenRelease implements Signal {

    private static final int BOUND = 1;

    private final Semaphore permits = new Semaphore(0);

    void between() {}

    @Override
    public final void await() throws InterruptedException {
      permits.acquire();
    }

    @Override
    public final void send(Thread waiter) {
      if (permits.availablePermits() == BOUND) {
        throw new IllegalStateException("released more often than acquired");
      }
      between();
      permits.release();
    }
  }

  @Broken(bug = "looks whether a permit is taken, pauses and then gives it back")
  public static final class CheckPauseRelease extends CheckThenRelease {
    @Override
    void between() {
      pause();
    }
  }

  @Broken(mutates = "sync:INTERRUPT", bug = "clears the interrupt that came before the wait")
  public static final class ClearedInterrupt implements Signal {

    @Override
    public void await() {
      boolean _ = Thread.interrupted();
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void send(Thread waiter) {
      waiter.interrupt();
    }
  }

  @Broken(
      mutates = "sync:CONDITION",
      bug = "looks at the field before it has the lock, and not again")
  public static class LookBeforeLock implements Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean sent;

    void between() {}

    @Override
    @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
    public final void await() throws InterruptedException {
      if (sent) {
        return;
      }
      between();
      lock.lockInterruptibly();
      try {
        changed.await();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public final void send(Thread waiter) {
      lock.lock();
      try {
        sent = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(bug = "looks at the field, pauses, and does not look again when it has the lock")
  public static final class LookPauseBeforeLock extends LookBeforeLock {
    @Override
    void between() {
      pause();
    }
  }

  @Broken(
      mutates = "sync:MONITOR",
      bug = "waits without looking whether the signal was sent before")
  public static final class MissedNotify implements Signal {

    @Override
    @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
    public synchronized void await() throws InterruptedException {
      wait();
    }

    @Override
    @SuppressWarnings("NakedNotify") // as above
    public synchronized void send(Thread waiter) {
      notifyAll();
    }
  }

  @Broken(bug = "nobody waits for the signal")
  public static final class NeverWaits implements Signal {

    @Override
    public void await() {}

    @Override
    public void send(Thread waiter) {}
  }

  @Broken(mutates = "sync:BARRIER", bug = "the barrier is for one thread")
  public static final class OneParty implements Signal {

    private final CyclicBarrier barrier = new CyclicBarrier(1);

    @Override
    public void await() throws InterruptedException {
      try {
        int _ = barrier.await();
      } catch (BrokenBarrierException e) {
        throw new IllegalStateException("a barrier of one cannot break", e);
      }
    }

    @Override
    public void send(Thread waiter) {
      try {
        await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Broken(mutates = "sync:PAUSE_GATE", bug = "opening the gate lets one of those who wait through")
  public static final class OneThrough implements Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean paused = true;

    @Override
    public void await() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (paused) {
          opened.await();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void send(Thread waiter) {
      lock.lock();
      try {
        paused = false;
        opened.signal();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "sync:PAUSE_GATE", bug = "the gate is open while it should be paused")
  public static final class OpenGate implements Signal {

    private final PauseGate gate = new PauseGate();

    @Override
    public void await() throws InterruptedException {
      gate.pass();
    }

    @Override
    public void send(Thread waiter) {
      boolean _ = gate.resume();
    }
  }

  @Broken(mutates = "sync:LATCH", bug = "the latch is open from the start")
  public static final class OpenLatch implements Signal {

    private final CountDownLatch latch = new CountDownLatch(0);

    @Override
    public void await() throws InterruptedException {
      latch.await();
    }

    @Override
    public void send(Thread waiter) {
      latch.countDown();
    }
  }

  @Broken(mutates = "sync:EVENT", bug = "wakes one of the waiting threads")
  public static final class SignalOne implements Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean sent;

    @Override
    public void await() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (!sent) {
          changed.await();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void send(Thread waiter) {
      lock.lock();
      try {
        sent = true;
        changed.signal();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "sync:BOUNDED_SEMAPHORE", bug = "gives the permit back and wakes nobody")
  public static final class SilentRelease implements Signal {

    private boolean taken = true;

    @Override
    public synchronized void await() throws InterruptedException {
      while (taken) {
        wait();
      }
      taken = true;
    }

    @Override
    public synchronized void send(Thread waiter) {
      if (!taken) {
        throw new IllegalStateException("released more often than acquired");
      }
      taken = false;
    }
  }

  @Broken(bug = "the signal is kept, and nobody is woken")
  public static final class SilentSend implements Signal {

    private boolean sent;

    @Override
    public synchronized void await() throws InterruptedException {
      while (!sent) {
        wait();
      }
    }

    @Override
    public synchronized void send(Thread waiter) {
      sent = true;
    }
  }

  @Broken(mutates = "sync:SEMAPHORE", bug = "the semaphore begins with a permit")
  public static final class SparePermit implements Signal {

    private final Semaphore permits = new Semaphore(1);

    @Override
    public void await() throws InterruptedException {
      permits.acquire();
    }

    @Override
    public void send(Thread waiter) {
      permits.release();
    }
  }

  /**
   * Bug: takes any return of {@code park} for the signal, also one for no reason. HotSpot gives few
   * of those, so that a stress test may well never see one; a model checker tries them all.
   */
  @Broken(mutates = "sync:PARK", bug = "takes any return of park for the signal")
  public static final class UncheckedPark implements Signal {

    private volatile boolean sent;

    @Override
    public void await() {
      if (!sent) {
        LockSupport.park(this);
      }
    }

    @Override
    public void send(Thread waiter) {
      sent = true;
      LockSupport.unpark(waiter);
    }
  }

  @Broken(mutates = "sync:PARK", bug = "wakes the waiting thread before the field is set")
  public static final class UnparkFirst implements Signal {

    private volatile boolean sent;

    @Override
    public void await() throws InterruptedException {
      while (!sent) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }

    @Override
    public void send(Thread waiter) {
      LockSupport.unpark(waiter);
      sent = true;
    }
  }

  @Broken(
      mutates = "sync:FUTURE",
      bug = "asks for the value that is there instead of waiting for it")
  public static final class UnwaitedFuture implements Signal {

    private final CompletableFuture<Void> future = new CompletableFuture<>();

    @Override
    public void await() {
      Void _ = future.getNow(null);
    }

    @Override
    public void send(Thread waiter) {
      boolean _ = future.complete(null);
    }
  }
}
