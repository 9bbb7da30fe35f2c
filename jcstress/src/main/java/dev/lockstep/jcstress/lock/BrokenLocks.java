/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import dev.lockstep.jcstress.proof.Broken;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Locks broken on purpose, each in one place: for the twins of stress tests, and for models. */
public final class BrokenLocks {

  private BrokenLocks() {}

  /** A lock that is broken in {@link #lock} is broken in all ways of waiting for it. */
  abstract static class Bare implements Lock {

    @Override
    public final void lockInterruptibly() {
      lock();
    }

    @Override
    public final boolean tryLock(long time, TimeUnit unit) {
      lock();
      return true;
    }

    @Override
    public final Condition newCondition() {
      throw new UnsupportedOperationException();
    }
  }

  @Broken(
      mutates = "lock:SPIN_LOCK",
      bug = "looks whether it is free and then takes it, in two steps")
  public static final class CheckThenAct extends Bare {

    private volatile boolean held;

    @Override
    public void lock() {
      while (held) {
        Thread.onSpinWait();
      }
      held = true;
    }

    @Override
    public boolean tryLock() {
      if (!held) {
        held = true;
        return true;
      }
      return false;
    }

    @Override
    public void unlock() {
      held = false;
    }
  }

  @Broken(
      mutates = "lock:REENTRANT_LOCK_FAIR",
      bug = "asks isLocked and does not look at what tryLock answers")
  public static final class IsLockedFirst extends Bare {

    private final ReentrantLock lock = new ReentrantLock(true);

    @Override
    public void lock() {
      lock.lock();
    }

    @Override
    public boolean tryLock() {
      if (lock.isLocked()) {
        return false;
      }
      boolean _ = lock.tryLock();
      return true;
    }

    @Override
    public void unlock() {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }
  }

  @Broken(
      mutates = "lock:REENTRANT_LOCK",
      bug = "the lock is made when it is first needed, and two threads may make one")
  public static final class Lazy extends Bare {

    private volatile ReentrantLock lock;

    @Override
    public void lock() {
      lazily().lock();
    }

    @Override
    public boolean tryLock() {
      return lazily().tryLock();
    }

    @Override
    public void unlock() {
      ReentrantLock last = lazily();
      if (last.isHeldByCurrentThread()) {
        last.unlock();
      }
    }

    private ReentrantLock lazily() {
      ReentrantLock made = lock;
      if (made == null) {
        made = new ReentrantLock();
        lock = made;
      }
      return made;
    }
  }

  @Broken(bug = "nobody is kept out")
  public static final class NobodyKeptOut extends Bare {

    @Override
    public void lock() {}

    @Override
    public boolean tryLock() {
      return true;
    }

    @Override
    public void unlock() {}
  }

  /** Remembers its owner and lets it in again, but does not count. */
  @Broken(bug = "the inner unlock opens the lock")
  public static final class OpensAtInnerUnlock extends Bare {

    private final AtomicReference<Thread> owner = new AtomicReference<>();

    @Override
    public void lock() {
      while (!tryLock()) {
        Thread.onSpinWait();
      }
    }

    @Override
    public boolean tryLock() {
      Thread me = Thread.currentThread();
      return me.equals(owner.get()) || owner.compareAndSet(null, me);
    }

    @Override
    public void unlock() {
      owner.compareAndSet(Thread.currentThread(), null);
    }
  }

  /** Excludes as well as a spin lock does, and orders nothing else. */
  @Broken(bug = "lock and unlock are opaque: they order nothing but themselves")
  public static final class OpaqueUnlock extends Bare {

    private static final VarHandle HELD;

    static {
      try {
        HELD = MethodHandles.lookup().findVarHandle(OpaqueUnlock.class, "held", boolean.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @SuppressWarnings("UnusedVariable") // read through HELD
    private boolean held;

    @Override
    public void lock() {
      while (!tryLock()) {
        Thread.onSpinWait();
      }
    }

    @Override
    public boolean tryLock() {
      return HELD.weakCompareAndSetPlain(this, false, true);
    }

    @Override
    public void unlock() {
      HELD.setOpaque(this, false);
    }
  }

  @Broken(mutates = "lock:WRITE_LOCK", bug = "is the read lock, which threads share")
  public static final class ReadMode extends Bare {

    private final Lock lock = new ReentrantReadWriteLock().readLock();

    @Override
    public void lock() {
      lock.lock();
    }

    @Override
    public boolean tryLock() {
      return lock.tryLock();
    }

    @Override
    public void unlock() {
      lock.unlock();
    }
  }

  @Broken(mutates = "lock:STAMPED_LOCK", bug = "is the read mode, which threads share")
  public static final class StampedReadMode extends Bare {

    private final Lock lock = new StampedLock().asReadLock();

    @Override
    public void lock() {
      lock.lock();
    }

    @Override
    public boolean tryLock() {
      return lock.tryLock();
    }

    @Override
    public void unlock() {
      lock.unlock();
    }
  }

  @Broken(mutates = "lock:SEMAPHORE", bug = "the semaphore has two permits")
  public static final class TwoPermits extends Bare {

    private final Semaphore permits = new Semaphore(2);

    @Override
    public void lock() {
      permits.acquireUninterruptibly();
    }

    @Override
    public boolean tryLock() {
      return permits.tryAcquire();
    }

    @Override
    public void unlock() {
      permits.release();
    }
  }
}
