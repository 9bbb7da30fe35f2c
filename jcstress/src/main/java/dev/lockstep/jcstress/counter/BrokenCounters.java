/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import dev.lockstep.core.counter.CountField;
import dev.lockstep.core.counter.Counter;
import dev.lockstep.jcstress.lock.BrokenLocks;
import dev.lockstep.jcstress.proof.Broken;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Counters broken on purpose, each in one place: for the twins of stress tests, and for models. */
public final class BrokenCounters {

  private BrokenCounters() {}

  @Broken(mutates = "counter:SYNCHRONIZED", bug = "locks an object that nobody else has")
  public static final class AlwaysNewMonitor implements Counter {

    private int count;

    @Override
    public void increment(int offset) {
      synchronized (new Object()) {
        count += offset;
      }
    }

    @Override
    public int value() {
      return count;
    }
  }

  @Broken(mutates = "counter:ATOMIC", bug = "get and set instead of addAndGet")
  public static final class AtomicGetSet implements Counter {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void increment(int offset) {
      count.set(count.get() + offset);
    }

    @Override
    public int value() {
      return count.get();
    }
  }

  /**
   * Bug: the monitor is that of a number that is boxed anew at every call.
   *
   * <p>It is not the count that is boxed: two increments alone cannot lose anything then, since
   * whoever sees another box than its rival sees the rival's write too. It takes a third.
   */
  @Broken(mutates = "counter:SYNCHRONIZED", bug = "locks a number that is boxed anew at every call")
  public static final class BoxedLock implements Counter {

    /** Beyond the numbers whose boxes are shared. */
    private final int id = 1_000;

    private int count;

    @Override
    @SuppressWarnings({"synchronization", "LockOnBoxedPrimitive"}) // this is the mistake on show
    public void increment(int offset) {
      synchronized (Integer.valueOf(id)) {
        count += offset;
      }
    }

    @Override
    public int value() {
      return count;
    }
  }

  @Broken(mutates = "counter:CAS_LOOP", bug = "does not look whether compareAndSet has set")
  public static final class CasIgnored implements Counter {

    private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

    private volatile int count;

    @Override
    public void increment(int offset) {
      int value = count;
      boolean _ = COUNT.compareAndSet(this, value, value + offset);
    }

    @Override
    public int value() {
      return count;
    }
  }

  @Broken(mutates = "counter:SPIN_LOCK", bug = "the lock is taken in two steps: look, then take")
  public static final class CheckThenAct implements Counter {

    private final BrokenLocks.CheckThenAct lock = new BrokenLocks.CheckThenAct();
    private int count;

    @Override
    public void increment(int offset) {
      lock.lock();
      try {
        count += offset;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int value() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "counter:REENTRANT_LOCK_FAIR", bug = "counts on when tryLock has failed")
  public static final class FailedTryLockIgnored implements Counter {

    private final ReentrantLock lock = new ReentrantLock(true);
    private int count;

    @Override
    public void increment(int offset) {
      boolean held = lock.tryLock();
      try {
        count += offset;
      } finally {
        if (held) {
          lock.unlock();
        }
      }
    }

    @Override
    public int value() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "counter:REENTRANT_LOCK", bug = "each thread locks a lock of its own")
  public static final class LockPerThread implements Counter {

    private static final ThreadLocal<Lock> LOCK = ThreadLocal.withInitial(ReentrantLock::new);

    private int count;

    @Override
    public void increment(int offset) {
      Lock lock = LOCK.get();
      lock.lock();
      try {
        count += offset;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int value() {
      return count;
    }
  }

  @Broken(mutates = "counter:REENTRANT_LOCK", bug = "the count is read before the lock is taken")
  public static final class LockedWriteOnly implements Counter {

    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Override
    public void increment(int offset) {
      int value = count;
      lock.lock();
      try {
        count = value + offset;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int value() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "counter:ADDER", bug = "the cell is added to in plain steps")
  public static final class PlainAdder implements Counter {

    /**
     * {@code LongAdder} too begins with a single cell, its base, but sets it by compare-and-set.
     */
    private volatile long base;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // this is the mistake on show
    public void increment(int offset) {
      base += offset;
    }

    @Override
    public int value() {
      return (int) base;
    }
  }

  @Broken(
      mutates = "counter:WRITE_LOCK",
      bug = "increments under the read lock, which threads share")
  public static final class ReadLock implements Counter {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private int count;

    @Override
    public void increment(int offset) {
      lock.readLock().lock();
      try {
        count += offset;
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    public int value() {
      lock.readLock().lock();
      try {
        return count;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  @Broken(mutates = "counter:CAS_LOOP", bug = "sets blindly after its first failure")
  public static final class SetAfterFailure implements Counter {

    private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

    private volatile int count;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // this is the mistake on show
    public void increment(int offset) {
      int value = count;
      if (!COUNT.compareAndSet(this, value, value + offset)) {
        count = count + offset;
      }
    }

    @Override
    public int value() {
      return count;
    }
  }

  @Broken(mutates = "counter:CONFINED", bug = "all threads are given the same cell")
  public static final class SharedCell implements Counter {

    private final Cell cell = new Cell();

    @Override
    public Counter local() {
      return cell;
    }

    @Override
    public void increment(int offset) {
      cell.increment(offset);
    }

    @Override
    public int value() {
      return cell.value();
    }

    private static final class Cell implements Counter {

      private int count;

      @Override
      public void increment(int offset) {
        count += offset;
      }

      @Override
      public int value() {
        return count;
      }
    }
  }

  @Broken(mutates = "counter:GET_AND_ADD", bug = "a get and a set instead of getAndAdd")
  public static final class SplitAdd implements Counter {

    private static final VarHandle COUNT = CountField.of(MethodHandles.lookup());

    private volatile int count;

    @Override
    public void increment(int offset) {
      int value = (int) COUNT.getVolatile(this);
      COUNT.setVolatile(this, value + offset);
    }

    @Override
    public int value() {
      return count;
    }
  }

  @Broken(mutates = "counter:STAMPED_LOCK", bug = "increments in read mode, which threads share")
  public static final class StampedReadLock implements Counter {

    private final StampedLock lock = new StampedLock();
    private int count;

    @Override
    public void increment(int offset) {
      long stamp = lock.readLock();
      try {
        count += offset;
      } finally {
        lock.unlockRead(stamp);
      }
    }

    @Override
    public int value() {
      long stamp = lock.readLock();
      try {
        return count;
      } finally {
        lock.unlockRead(stamp);
      }
    }
  }

  @Broken(mutates = "counter:SEMAPHORE", bug = "the semaphore has two permits")
  public static final class TwoPermits implements Counter {

    private final Semaphore permit = new Semaphore(2);
    private int count;

    @Override
    public void increment(int offset) {
      permit.acquireUninterruptibly();
      try {
        count += offset;
      } finally {
        permit.release();
      }
    }

    @Override
    public int value() {
      permit.acquireUninterruptibly();
      try {
        return count;
      } finally {
        permit.release();
      }
    }
  }

  @Broken(
      mutates = "counter:REENTRANT_LOCK",
      bug = "the lock is given back before the count is written")
  public static final class UnlockTooEarly implements Counter {

    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    @Override
    public void increment(int offset) {
      int value;
      lock.lock();
      try {
        value = count;
      } finally {
        lock.unlock();
      }
      count = value + offset;
    }

    @Override
    public int value() {
      lock.lock();
      try {
        return count;
      } finally {
        lock.unlock();
      }
    }
  }
}
