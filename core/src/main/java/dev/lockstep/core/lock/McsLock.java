/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * Mutual exclusion in the order of arrival, by a queue of nodes (Mellor-Crummey and Scott 1991,
 * "Algorithms for Scalable Synchronization on Shared-Memory Multiprocessors"). A thread makes its
 * node the last one by an atomic exchange, links it to the one before, and waits for a word in its
 * own node. The unlock writes that word in the node behind, so a hand-over costs a cache miss in
 * one thread, however many wait. Where a {@link TicketLock} costs more with every waiting thread,
 * this does not; where nobody waits it costs more, as it makes a node.
 *
 * <p>Between the exchange and the link a thread is in the queue and cannot be found. An unlock that
 * finds no node behind its own may free the lock only if its node is still the last one; otherwise
 * it waits for the link.
 *
 * <p>A thread that gives up says so in its node, by the same word: a compare-and-set decides
 * whether it has left or was granted the lock before. The node stays in the queue, and the unlock
 * that finds it passes over it. So to leave takes one step and waits for nobody (compare Scott
 * 2002, "Non-Blocking Timeout in Scalable Queue-Based Spin Locks"), and its price is room: as many
 * nodes as threads give up during one hold. Scott and Scherer 2001, "Scalable Queue-Based Spin
 * Locks with Timeout", have the thread take its node out, which its neighbours must agree to.
 *
 * <p>Fair. Not re-entrant: a thread that locks twice waits for itself for ever. No owner: any
 * thread may unlock. Waiting threads spin and then yield, as {@link SpinThenYield} says.
 */
public final class McsLock implements Lock {

  private enum State {
    WAITING,
    GRANTED,
    GIVEN_UP
  }

  private static final class Node {
    private volatile State state = State.WAITING;
    private volatile Node next;
  }

  private static final VarHandle LAST;
  private static final VarHandle STATE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      LAST = lookup.findVarHandle(McsLock.class, "last", Node.class);
      STATE = lookup.findVarHandle(Node.class, "state", State.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The node of the thread that came last; null if the lock is free. */
  private volatile Node last;

  /** The node of the thread that holds the lock, and guarded by it; null if none does. */
  private Node holder;

  /** Waits, deaf to interrupts, until all threads that came before have left. */
  @Override
  public void lock() {
    Node node = new Node();
    if (!enqueue(node)) {
      int turns = 0;
      while (node.state == State.WAITING) {
        turns = SpinThenYield.pause(turns);
      }
    }
    holder = node;
  }

  /** Makes a node the last one; returns whether there was none before it, so that it holds. */
  private boolean enqueue(Node node) {
    Node before = (Node) LAST.getAndSet(this, node);
    if (before == null) {
      return true;
    }
    before.next = node;
    return false;
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
   * Takes the lock if it is free, overtaking nobody.
   *
   * @return whether it was
   */
  @Override
  public boolean tryLock() {
    if (last != null) {
      return false;
    }
    Node node = new Node();
    if (!LAST.compareAndSet(this, null, node)) {
      return false;
    }
    holder = node;
    return true;
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
    Node node = new Node();
    boolean first = enqueue(node);
    int turns = 0;
    while (!first && node.state == State.WAITING) {
      boolean interrupted = Thread.interrupted();
      if (interrupted || System.nanoTime() - start >= nanos) {
        boolean left = STATE.compareAndSet(node, State.WAITING, State.GIVEN_UP);
        if (!left) {
          holder = node;
        }
        if (!interrupted) {
          return !left;
        }
        if (!left) {
          unlock();
        }
        throw new InterruptedException();
      }
      turns = SpinThenYield.pause(turns);
    }
    holder = node;
    return true;
  }

  /**
   * Hands the lock to the next thread that has not given up.
   *
   * @throws IllegalMonitorStateException if no thread holds it
   */
  @Override
  public void unlock() {
    Node node = holder;
    if (node == null) {
      throw new IllegalMonitorStateException("unlock of a queue lock that nobody holds");
    }
    holder = null;
    while (node.next != null || !LAST.compareAndSet(this, node, null)) {
      node = linkedBehind(node);
      if (STATE.compareAndSet(node, State.WAITING, State.GRANTED)) {
        return;
      }
    }
  }

  /** Waits for a thread that is in the queue and about to link its node. */
  private static Node linkedBehind(Node node) {
    int turns = 0;
    while (node.next == null) {
      turns = SpinThenYield.pause(turns);
    }
    return node.next;
  }

  /**
   * Not supported.
   *
   * @throws UnsupportedOperationException always: a thread that waits here spins
   */
  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException("a queue lock has no conditions");
  }
}
