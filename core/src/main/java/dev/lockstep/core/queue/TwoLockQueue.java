/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The engine of {@link JoinableQueue} and {@link ClosableQueue}: a list of arrays with a lock at
 * each end, so that producers and consumers do not compete. All is counted, nothing is counted
 * twice: {@code puts} belongs to the lock of the producers, {@code takes} and {@code dones} to that
 * of the consumers. The number of items is {@code puts - takes}, the unfinished work {@code puts -
 * dones}; no counter is written from both ends. Each end remembers what it last read of the other's
 * counter and looks again only when that no longer suffices.
 *
 * <p><b>Nobody sleeps for ever.</b> Who cannot go on waits at the other end, in a list guarded by
 * the lock under which what he waits for is brought about:
 *
 * <ul>
 *   <li>A consumer that found nothing takes the lock of the producers and compares again. Under
 *       that lock {@code puts} stands still and {@code takes} can only grow up to it, so if they
 *       are equal, the queue is empty and stays so until a later put, which needs this lock, and
 *       which finds the consumer in the list. Otherwise he tries again.
 *   <li>A producer that found no room takes the lock of the consumers. Under it {@code takes}
 *       stands still and {@code puts} can only grow, so if there is no room, there is none until a
 *       later take, which finds the producer in the list.
 *   <li>Every put releases one waiting consumer, every take one waiting producer, if there is one.
 *       So while somebody is in a list, for every item (place) that came since he entered it one
 *       thread was released, and that one looks before it sleeps or leaves. If another consumer was
 *       faster, the item is not lost but taken.
 *   <li>Somebody who joins is entered under the lock of the consumers if {@code dones} is not
 *       {@code puts}. Then a later done makes them equal, or a put is counted before; in the end
 *       the last done finds them equal, and him in the list.
 *   <li>Of an interrupt (timeout) and a release one comes first, under the lock of the list: either
 *       he leaves and was not released, or he was and goes on.
 * </ul>
 *
 * <p>No thread ever holds both locks. Every call is O(1), an interrupt or a timeout O(waiting
 * threads).
 */
final class TwoLockQueue<T> {

  private static final int CHUNK = 64;
  private static final long OPEN = Long.MAX_VALUE;

  private static final VarHandle PUTS;
  private static final VarHandle TAKES;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      PUTS = lookup.findVarHandle(TwoLockQueue.class, "puts", long.class);
      TAKES = lookup.findVarHandle(TwoLockQueue.class, "takes", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int capacity;

  // The end of the producers: all guarded by putLock, puts and items read by others, too.
  private final ReentrantLock putLock = new ReentrantLock();
  private final Waiters takers = new Waiters(putLock);
  private Chunk<T> tail;
  private int tailIndex;
  private long puts;
  private long takesSeen;

  /** How many items there are in all, once it is closed. */
  private volatile long items = OPEN;

  // The end of the consumers: all guarded by takeLock, takes read by others, too.
  private final ReentrantLock takeLock = new ReentrantLock();
  private final Waiters putters = new Waiters(takeLock);
  private final Waiters joiners = new Waiters(takeLock);
  private Chunk<T> head;
  private int headIndex;
  private long takes;
  private long putsSeen;
  private long dones;

  TwoLockQueue(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity " + capacity + " is not at least 1");
    }
    this.capacity = capacity;
    head = new Chunk<>();
    tail = head;
  }

  void put(T item) throws InterruptedException {
    checkInterrupt();
    while (!offer(item)) {
      Waiters.Waiter waiter = waitForRoom();
      if (waiter != null) {
        waiter.await();
      }
    }
  }

  boolean offer(T item, Duration timeout) throws InterruptedException {
    checkInterrupt();
    long deadline = deadline(timeout);
    while (!offer(item)) {
      Waiters.Waiter waiter = waitForRoom();
      if (waiter != null && !waiter.await(deadline)) {
        return false;
      }
    }
    return true;
  }

  boolean offer(T item) {
    Objects.requireNonNull(item);
    Waiters.Waiter taker;
    putLock.lock();
    try {
      if (items != OPEN) {
        throw new QueueClosedException("no item can be put behind a sentinel");
      }
      if (isFull()) {
        return false;
      }
      append(item);
      taker = takers.next();
    } finally {
      putLock.unlock();
    }
    if (taker != null) {
      taker.release();
    }
    return true;
  }

  /** Appends a last item, whatever the bound says; from the first on nothing else is accepted. */
  void close(T sentinel) {
    Waiters.Waiter taker;
    putLock.lock();
    try {
      if (items == OPEN) {
        items = puts;
      }
      append(sentinel);
      taker = takers.next();
    } finally {
      putLock.unlock();
    }
    if (taker != null) {
      taker.release();
    }
    // Who found no room before it was closed enters the list before this, or sees that it is.
    takeLock.lock();
    try {
      putters.releaseAll();
    } finally {
      takeLock.unlock();
    }
  }

  T take() throws InterruptedException {
    checkInterrupt();
    return await(poll());
  }

  /** {@link #taskDone} and {@link #take} at once; counts also if it then throws. */
  T taskDoneAndTake() throws InterruptedException {
    if (Thread.interrupted()) {
      taskDone();
      throw new InterruptedException();
    }
    return await(poll(1));
  }

  private T await(T found) throws InterruptedException {
    T item = found;
    while (item == null) {
      Waiters.Waiter waiter = waitForItem();
      if (waiter != null) {
        waiter.await();
      }
      item = poll();
    }
    return item;
  }

  T poll(Duration timeout) throws InterruptedException {
    checkInterrupt();
    long deadline = deadline(timeout);
    T item = poll();
    while (item == null) {
      Waiters.Waiter waiter = waitForItem();
      if (waiter != null && !waiter.await(deadline)) {
        return null;
      }
      item = poll();
    }
    return item;
  }

  T poll() {
    return poll(0);
  }

  private T poll(int done) {
    Waiters.Waiter putter = null;
    T item;
    takeLock.lock();
    try {
      if (done > 0) {
        countDone();
      }
      item = remove();
      if (item != null) {
        putter = putters.next();
      }
    } finally {
      takeLock.unlock();
    }
    if (putter != null) {
      putter.release();
    }
    return item;
  }

  void taskDone() {
    takeLock.lock();
    try {
      countDone();
    } finally {
      takeLock.unlock();
    }
  }

  void join() throws InterruptedException {
    checkInterrupt();
    Waiters.Waiter waiter = waitForDone();
    if (waiter != null) {
      waiter.await();
    }
  }

  boolean join(Duration timeout) throws InterruptedException {
    checkInterrupt();
    long deadline = deadline(timeout);
    Waiters.Waiter waiter = waitForDone();
    return waiter == null || waiter.await(deadline);
  }

  int unfinished() {
    takeLock.lock();
    try {
      return Math.clamp(allPuts() - dones, 0, Integer.MAX_VALUE);
    } finally {
      takeLock.unlock();
    }
  }

  /** The items alone, without sentinels. */
  int size() {
    while (true) {
      long before = allTakes();
      long produced = Math.min(allPuts(), items);
      if (allTakes() == before) {
        return Math.clamp(produced - before, 0, Integer.MAX_VALUE);
      }
    }
  }

  int capacity() {
    return capacity;
  }

  /** With the lock of the producers. */
  private boolean isFull() {
    if (puts - takesSeen < capacity) {
      return false;
    }
    takesSeen = allTakes();
    return puts - takesSeen >= capacity;
  }

  /** With the lock of the producers. */
  private void append(T item) {
    if (tailIndex == CHUNK) {
      Chunk<T> chunk = new Chunk<>();
      tail.next = chunk;
      tail = chunk;
      tailIndex = 0;
    }
    tail.items[tailIndex++] = item;
    PUTS.setRelease(this, puts + 1);
  }

  /** With the lock of the consumers. */
  private T remove() {
    if (takes == putsSeen) {
      putsSeen = allPuts();
      if (takes == putsSeen) {
        return null;
      }
    }
    if (headIndex == CHUNK) {
      Chunk<T> emptied = head;
      head = emptied.next;
      emptied.next = null; // or one old array keeps all that came after it from the collector
      headIndex = 0;
    }
    T item = head.items[headIndex];
    head.items[headIndex++] = null;
    TAKES.setRelease(this, takes + 1);
    return item;
  }

  /** With the lock of the consumers. */
  private void countDone() {
    long all = allPuts();
    if (dones == all) {
      throw new IllegalStateException("more tasks are done than were put: " + all);
    }
    dones++;
    if (dones == all) {
      joiners.releaseAll();
    }
  }

  /** Null if there is room, or never will be. */
  private Waiters.Waiter waitForRoom() {
    takeLock.lock();
    try {
      return items != OPEN || allPuts() - takes < capacity ? null : putters.add();
    } finally {
      takeLock.unlock();
    }
  }

  private Waiters.Waiter waitForItem() {
    putLock.lock();
    try {
      return puts != allTakes() ? null : takers.add();
    } finally {
      putLock.unlock();
    }
  }

  private Waiters.Waiter waitForDone() {
    takeLock.lock();
    try {
      return dones == allPuts() ? null : joiners.add();
    } finally {
      takeLock.unlock();
    }
  }

  private long allPuts() {
    return (long) PUTS.getAcquire(this);
  }

  private long allTakes() {
    return (long) TAKES.getAcquire(this);
  }

  private static long deadline(Duration timeout) {
    return System.nanoTime() + Math.max(0, TimeUnit.NANOSECONDS.convert(timeout));
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static final class Chunk<T> {

    @SuppressWarnings("unchecked") // never seen from outside
    private final T[] items = (T[]) new Object[CHUNK];

    private Chunk<T> next;
  }
}
