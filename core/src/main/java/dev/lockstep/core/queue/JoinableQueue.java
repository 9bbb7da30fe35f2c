/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * A queue that knows which of its items are still in work. Every item is unfinished from its {@link
 * #put} until a thread that took it and worked on it has called {@link #taskDone}.
 *
 * <p>What a thread did before {@link #taskDone} happens-before what another does after the {@link
 * #join} that this call, or a later one, released.
 *
 * <p>Room is made by {@link #take} alone; {@link #taskDone} has nothing to do with it.
 *
 * <p>The queue has a list and a lock at each end. Producers append to one list and consumers remove
 * from the other; a consumer that finds its list empty exchanges the two. So an item costs each
 * side its own lock, and a consumer takes that of the producers only to exchange the lists, to
 * wait, or to wake a producer that waits for room. The sides still read what the other writes: with
 * a bound every put reads how much is left in the list of the consumers, which every take writes,
 * and every {@code taskDone} reads the number of puts, which every put writes. Unfinished work
 * needs no counter of its own: it is that number less the number of items done, which the consumers
 * count. The fields of the two ends lie on cache lines apart, which measured better without a
 * bound; with one, no difference could be told.
 *
 * <p>Why it is right, argument by argument; in brackets the stress tests that could refute it. A
 * thread that takes both locks takes that of the consumers first.
 *
 * <ul>
 *   <li><b>No item is lost, doubled or overtaken.</b> A list is used under the lock of its end
 *       only, and exchanged under both locks, when that of the consumers is empty. [QueueSafety,
 *       QueueHandOff]
 *   <li><b>The bound holds.</b> A producer looks for room and appends under one hold of its lock.
 *       What is left in the list of the consumers grows only when lists are exchanged, and is said
 *       before the lock of the producers is given back. So a producer may read too many, and never
 *       too few. [QueueBounds, QueueBoundHeld, QueueSecondLookPut]
 *   <li><b>No consumer sleeps beside an item.</b> A consumer begins to wait under the lock of the
 *       producers, and only if both lists are empty then. Lists are exchanged under this lock, too.
 *       So every later item finds the consumer waiting, and it wakes one that waits. [QueueHandOff,
 *       QueueTwoTakers, QueueSidesApart]
 *   <li><b>No wake-up is taken along.</b> A consumer that was woken looks again before it leaves,
 *       even if its time is over or it was interrupted meanwhile. It then takes an item, or another
 *       consumer was faster and there is none. [QueueSecondLook, QueueTimeouts, QueueGivesUp,
 *       QueueInterrupts]
 *   <li><b>No producer sleeps beside a place.</b> A producer first says, under its lock, that it
 *       wants room, and then looks once more before it waits. A consumer first says how much is
 *       left in its list, and then looks whether a producer wants room. Both fields are volatile,
 *       so at least one of the two threads sees what the other wrote (JLS 17.4.4, 17.4.7).
 *       [QueueRoom, order.StoreBuffering.Volatile]
 *   <li><b>Nor does the next producer.</b> Room is wanted until the last producer that waits has
 *       left, and each place wakes one. A producer whose time is over, or that was interrupted,
 *       looks before it leaves, too. [QueueTwoProducers, QueueGivesUpPut, QueueTimeoutsPut,
 *       QueueInterruptsPut]
 *   <li><b>A wake-up for no reason changes nothing.</b> Whoever is woken looks again, and waits on
 *       for what is left of its time. [QueueTimeKept, JoinTimeKept, JoinInVain]
 *   <li><b>A join ends, and not too early.</b> A thread that joins looks for unfinished work and
 *       begins to wait under one hold of the lock of the consumers. So the {@link #taskDone} that
 *       ends the wait comes later and finds the thread waiting; it wakes all that join. [JoinWaits,
 *       JoinInTime, TwoJoiners, JoinPublishes]
 *   <li><b>What is taken is counted.</b> An item is counted under the hold of the lock under which
 *       it is appended, so before it can be taken. The count of what is done goes up under one hold
 *       of the lock, too. [CountedInTime, TaskDone]
 *   <li><b>Nothing lies behind a sentinel.</b> The first one is appended under the hold of the lock
 *       from which on items are refused, and every producer that waits is woken to be refused.
 *       [PutOrRefused, PutRefused, SentinelLast, TwoCloses]
 * </ul>
 *
 * <p>Every call is O(1), {@link #put} amortised. The platform has no such queue.
 */
public final class JoinableQueue<T> extends ConsumerEnd.Apart<T> implements Channel<T> {

  private static final long FOREVER = Long.MAX_VALUE;

  private final int capacity;

  /** An empty queue without a bound. */
  public JoinableQueue() {
    this(UNBOUNDED);
  }

  /**
   * An empty queue.
   *
   * @param capacity how many items it holds, at least 1
   */
  public JoinableQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity + " is not at least 1");
    }
    this.capacity = capacity;
  }

  @Override
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item);
    putLock.lockInterruptibly();
    try {
      if (isFull()) {
        boolean _ = awaitRoom(FOREVER);
      }
      append(item);
    } finally {
      putLock.unlock();
    }
  }

  @Override
  public boolean offer(T item) {
    Objects.requireNonNull(item);
    putLock.lock();
    try {
      if (isFull()) {
        return false;
      }
      append(item);
      return true;
    } finally {
      putLock.unlock();
    }
  }

  @Override
  public boolean offer(T item, Duration timeout) throws InterruptedException {
    Objects.requireNonNull(item);
    putLock.lockInterruptibly();
    try {
      if (isFull() && !awaitRoom(TimeUnit.NANOSECONDS.convert(timeout))) {
        return false;
      }
      append(item);
      return true;
    } finally {
      putLock.unlock();
    }
  }

  @Override
  public T take() throws InterruptedException {
    takeLock.lockInterruptibly();
    try {
      T item = remove();
      if (item != null) {
        return item;
      }
    } finally {
      takeLock.unlock();
    }
    return awaitItem(FOREVER);
  }

  @Override
  public T poll() {
    takeLock.lock();
    try {
      return remove();
    } finally {
      takeLock.unlock();
    }
  }

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    takeLock.lockInterruptibly();
    try {
      T item = remove();
      if (item != null) {
        return item;
      }
    } finally {
      takeLock.unlock();
    }
    return awaitItem(TimeUnit.NANOSECONDS.convert(timeout));
  }

  /**
   * Tells this queue that one item is done.
   *
   * @throws IllegalStateException if this was called more often than items were put
   */
  public void taskDone() {
    takeLock.lock();
    try {
      countDone();
    } finally {
      takeLock.unlock();
    }
  }

  /**
   * {@link #taskDone} and {@link #take} under one hold of the lock. If this throws, the item is
   * done nevertheless.
   */
  T taskDoneAndTake() throws InterruptedException {
    takeLock.lock();
    try {
      countDone();
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      T item = remove();
      if (item != null) {
        return item;
      }
    } finally {
      takeLock.unlock();
    }
    return awaitItem(FOREVER);
  }

  /**
   * Waits until every item that was put is done. That was so when this method looked: other threads
   * may have put more items before it returns.
   *
   * @throws InterruptedException if this thread is interrupted before or while it waits
   */
  public void join() throws InterruptedException {
    takeLock.lockInterruptibly();
    try {
      while (dones < puts) {
        allDone.await();
      }
    } finally {
      takeLock.unlock();
    }
  }

  /**
   * As {@link #join()}, but no longer than {@code timeout}; zero or less does not wait.
   *
   * @return whether all was done in time
   * @throws InterruptedException if this thread is interrupted before or while it waits
   */
  public boolean join(Duration timeout) throws InterruptedException {
    long nanos = TimeUnit.NANOSECONDS.convert(timeout);
    takeLock.lockInterruptibly();
    try {
      while (dones < puts) {
        if (nanos <= 0) {
          return false;
        }
        nanos = allDone.awaitNanos(nanos);
      }
      return true;
    } finally {
      takeLock.unlock();
    }
  }

  /** The number of items that were put and are not done: in the queue or in work. */
  public int unfinished() {
    takeLock.lock();
    try {
      return Math.clamp(puts - dones, 0, Integer.MAX_VALUE);
    } finally {
      takeLock.unlock();
    }
  }

  /** Sentinels, which are always last, are no items. */
  @Override
  public int size() {
    putLock.lock();
    try {
      return Math.max(0, incoming.size() + left - sentinels);
    } finally {
      putLock.unlock();
    }
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /** Appends a sentinel, whether there is room or not; no item is accepted any more. */
  void close(T sentinel) {
    putLock.lock();
    try {
      sentinels++;
      append(sentinel);
      notFull.signalAll();
    } finally {
      putLock.unlock();
    }
  }

  /** With the lock of the producers: whether an item has to wait for room. */
  private boolean isFull() {
    if (sentinels > 0) {
      throw new QueueClosedException("no item can be put behind a sentinel");
    }
    return capacity != UNBOUNDED && incoming.size() + left >= capacity;
  }

  /** With the lock of the producers, which is given back while this waits: false if in vain. */
  private boolean awaitRoom(long nanos) throws InterruptedException {
    waitingForRoom++;
    roomIsWanted = true;
    try {
      long still = nanos;
      while (isFull()) {
        if (still <= 0) {
          return false;
        }
        still = await(notFull, still);
      }
      return true;
    } finally {
      waitingForRoom--;
      roomIsWanted = waitingForRoom > 0;
    }
  }

  /** With the lock of the producers. */
  private void append(T item) {
    incoming.addLast(item);
    long before = puts;
    puts = before + 1;
    notEmpty.signal();
  }

  /** With the lock of the consumers: the oldest item, null if there is none. */
  private T remove() {
    T item = outgoing.pollFirst();
    if (item == null) {
      return exchangeAndRemove();
    }
    left = outgoing.size();
    if (roomIsWanted) {
      putLock.lock();
      try {
        notFull.signal();
      } finally {
        putLock.unlock();
      }
    }
    return item;
  }

  private T exchangeAndRemove() {
    putLock.lock();
    try {
      if (incoming.isEmpty()) {
        return null;
      }
      ArrayDeque<T> empty = outgoing;
      outgoing = incoming;
      incoming = empty;
      T item = outgoing.removeFirst();
      left = outgoing.size();
      notFull.signal();
      return item;
    } finally {
      putLock.unlock();
    }
  }

  /** Waits for an item, without a lock, after none was found; null if there is none in time. */
  private T awaitItem(long nanos) throws InterruptedException {
    long still = nanos;
    while (true) {
      putLock.lockInterruptibly();
      try {
        while (incoming.isEmpty() && left == 0) {
          if (still <= 0) {
            return null;
          }
          still = await(notEmpty, still);
        }
      } finally {
        putLock.unlock();
      }
      T item = poll();
      if (item != null) {
        return item;
      }
    }
  }

  /** Waits on a condition; returns how much of the time is left. */
  @SuppressWarnings("WaitNotInLoop") // all callers look again
  private static long await(Condition condition, long nanos) throws InterruptedException {
    if (nanos < FOREVER) {
      return condition.awaitNanos(nanos);
    }
    condition.await();
    return FOREVER;
  }

  /** With the lock of the consumers. */
  private void countDone() {
    long all = puts;
    if (dones == all) {
      throw new IllegalStateException("more is done than was put");
    }
    dones++;
    if (dones == all) {
      allDone.signalAll();
    }
  }
}
