/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Mutual exclusion in the order of arrival, as at a counter with numbers: a thread draws a ticket
 * by one atomic addition and waits until that ticket is served (Mellor-Crummey and Scott 1991,
 * "Algorithms for Scalable Synchronization on Shared-Memory Multiprocessors"). Every unlock serves
 * the next ticket by a volatile write, which the thread that waits for it reads, so a critical
 * section sees all that earlier ones wrote.
 *
 * <p>All waiting threads read the one field that the unlock writes: each hand-over costs a cache
 * miss in every one of them. {@link McsLock} mends that.
 *
 * <p>A thread that gives up cannot hand its ticket back, since others have drawn later ones. It
 * names the ticket as given up, and then looks whether that ticket is being served. An unlock
 * serves the ticket first, and then looks whether it was given up, and serves the next one if so.
 * Each of the two writes before it looks, so at least one of them sees the other; that asks for one
 * order of all these accesses (jcstress: order.StoreBuffering.Volatile). If both do, one of them
 * removes the name and has the lock: the unlock, which passes it on, or the thread, which has got
 * it after all.
 *
 * <p>Fair. Not re-entrant: a thread that locks twice waits for itself for ever. No owner: any
 * thread may unlock. Waiting threads spin and then yield, as {@link SpinThenYield} says.
 */
public final class TicketLock implements Lock {

  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(TicketLock.class, "next", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The ticket that is drawn next; the lock is free if it is the one that is served. */
  private volatile int next;

  private volatile int serving;

  /**
   * Set for ever by the first thread that gives up: before that an unlock has nothing to ask. It is
   * more than a shortcut: an unlock reads it between its write of the ticket that is served and its
   * look at the names, and as a volatile field it keeps the two in order.
   */
  private volatile boolean someGaveUp;

  private final Set<Integer> givenUp = ConcurrentHashMap.newKeySet();

  /** Waits, deaf to interrupts, until all threads that came before have left. */
  @Override
  public void lock() {
    int mine = (int) NEXT.getAndAdd(this, 1);
    int turns = 0;
    while (serving != mine) {
      turns = SpinThenYield.pause(turns);
    }
  }

  /**
   * Waits until all threads that came before have left or given up.
   *
   * @throws InterruptedException if this thread is interrupted before it has the lock; its status
   *     is then cleared
   */
  @Override
  public void lockInterruptibly() throws InterruptedException {
    boolean _ = enter(Long.MAX_VALUE);
  }

  /**
   * Takes the lock if it is free, overtaking nobody: it draws the ticket that is served.
   *
   * @return whether it was
   */
  @Override
  public boolean tryLock() {
    int now = serving;
    return next == now && NEXT.compareAndSet(this, now, now + 1);
  }

  /**
   * Waits for its turn, but no longer than the given time; a time of 0 or less is one attempt.
   *
   * @return whether this thread has the lock
   * @throws InterruptedException if this thread is interrupted before it has the lock; its status
   *     is then cleared
   */
  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return enter(unit.toNanos(time));
  }

  private boolean enter(long nanos) throws InterruptedException {
    long start = System.nanoTime();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (nanos <= 0) {
      return tryLock();
    }
    int ticket = (int) NEXT.getAndAdd(this, 1);
    int turns = 0;
    while (serving != ticket) {
      if (Thread.interrupted()) {
        if (!leaves(ticket)) {
          unlock();
        }
        throw new InterruptedException();
      }
      if (System.nanoTime() - start >= nanos) {
        return !leaves(ticket);
      }
      turns = SpinThenYield.pause(turns);
    }
    return true;
  }

  /** Gives a ticket up; false if that comes too late, and the thread has the lock. */
  private boolean leaves(int ticket) {
    someGaveUp = true;
    givenUp.add(ticket);
    return serving != ticket || !givenUp.remove(ticket);
  }

  /**
   * Serves the next ticket that was not given up.
   *
   * @throws IllegalMonitorStateException if no thread holds the lock
   */
  @Override
  public void unlock() {
    int ticket = serving;
    if (ticket == next) {
      throw new IllegalMonitorStateException("unlock of a ticket lock that nobody holds");
    }
    do {
      serving = ++ticket;
    } while (someGaveUp && givenUp.remove(ticket));
  }

  /**
   * Not supported.
   *
   * @throws UnsupportedOperationException always: a thread that waits here spins
   */
  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("a ticket lock has no conditions");
  }
}
