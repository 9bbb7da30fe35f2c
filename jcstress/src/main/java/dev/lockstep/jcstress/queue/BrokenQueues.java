/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.jcstress.proof.Broken;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Queues broken on purpose, each in one place: for the twins of stress tests, and for models. */
public final class BrokenQueues {

  /** Enough for all items of a sample: nothing is ever put into a place for the second time. */
  private static final int PLACES = 16;

  private BrokenQueues() {}

  @Broken(mutates = "queue:CONDITION", bug = "does not ask again when it wakes up")
  public static final class AskOnce<T> extends BreakableBuffer<T> {

    @Override
    @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
    public T take() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        if (items.isEmpty()) {
          notEmpty.await();
        }
        return items.isEmpty() ? null : remove();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "queue:CONDITION", bug = "does not ask again for room when it wakes up")
  public static final class AskOncePut<T> extends BreakableBuffer<T> {

    @Override
    @SuppressWarnings("WaitNotInLoop") // this is the mistake on show
    public void put(T item) throws InterruptedException {
      lock.lockInterruptibly();
      try {
        if (isFull()) {
          notFull.await();
        }
        add(item);
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "queue:DISRUPTOR", bug = "publishes a place before it is filled")
  public static final class EarlyPublish<T> extends BreakableBuffer<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private final AtomicInteger head = new AtomicInteger();
    private final AtomicInteger tail = new AtomicInteger();

    @Override
    public boolean offer(T item) {
      int place = tail.getAndIncrement();
      places.set(place, item);
      return true;
    }

    @Override
    public T poll() {
      int place = head.get();
      while (place < tail.get()) {
        if (head.compareAndSet(place, place + 1)) {
          return places.get(place);
        }
        place = head.get();
      }
      return null;
    }

    @Override
    public int size() {
      return tail.get() - head.get();
    }
  }

  @Broken(mutates = "queue:CONDITION", bug = "wakes a consumer only for the first of several items")
  public static final class FirstOnly<T> extends BreakableBuffer<T> {

    @Override
    void add(T item) {
      items.addLast(item);
      if (items.size() == 1) {
        notEmpty.signal();
      }
    }
  }

  @Broken(bug = "says that it is empty while another thread is inside")
  public static final class GivesUp<T> extends BreakableBuffer<T> {

    @Override
    public T poll() {
      if (!lock.tryLock()) {
        return null;
      }
      try {
        return items.isEmpty() ? null : remove();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(bug = "leaves when it is interrupted, though it was woken for an item")
  public static final class InterruptFirst<T> extends BreakableBuffer<T> {

    @Override
    public T take() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (items.isEmpty()) {
          notEmpty.await();
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
        return remove();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(
      mutates = "queue:CONDITION",
      bug = "takes an item when the time is over, and throws it away")
  public static final class LateItem<T> extends BreakableBuffer<T> {

    @Override
    public T poll(Duration timeout) throws InterruptedException {
      long left = TimeUnit.NANOSECONDS.convert(timeout);
      lock.lockInterruptibly();
      try {
        while (items.isEmpty() && left > 0) {
          left = notEmpty.awaitNanos(left);
        }
        T item = items.isEmpty() ? null : remove();
        return left > 0 ? item : null;
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(
      mutates = "queue:CONDITION",
      bug = "looks whether there is room before it has the lock, and not again")
  public static final class LookThenOffer<T> extends BreakableBuffer<T> {

    @Override
    public boolean offer(T item) {
      if (size() >= capacity()) {
        return false;
      }
      lock.lock();
      try {
        add(item);
        return true;
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "queue:CONDITION", bug = "gives the newest item first")
  public static final class NewestFirst<T> extends BreakableBuffer<T> {

    @Override
    T remove() {
      T item = items.removeLast();
      notFull.signal();
      return item;
    }
  }

  @Broken(bug = "no lock is taken")
  public static final class NoLock<T> extends BreakableBuffer<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private volatile int head;
    private volatile int tail;

    @Override
    public boolean offer(T item) {
      int place = tail;
      places.set(place, item);
      tail = place + 1;
      return true;
    }

    @Override
    public T poll() {
      int place = head;
      if (place >= tail) {
        return null;
      }
      head = place + 1;
      return places.get(place);
    }
  }

  @Broken(mutates = "queue:CONDITION", bug = "holds one item more than it says")
  public static final class OnePlaceMore<T> extends BreakableBuffer<T> {

    @Override
    boolean isFull() {
      return items.size() > capacity();
    }
  }

  @Broken(bug = "the access to a place is opaque, which orders nothing")
  public static final class OpaquePlace<T> extends BreakableBuffer<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(1);

    @Override
    public boolean offer(T item) {
      places.setOpaque(0, item);
      return true;
    }

    @Override
    public T poll() {
      T item = places.getOpaque(0);
      if (item != null) {
        places.setOpaque(0, null);
      }
      return item;
    }
  }

  @Broken(
      mutates = "queue:POLLING",
      bug = "looks at the first item and removes it under the lock, but not at one go")
  public static final class PeekThenRemove<T> extends BreakableBuffer<T> {

    @Override
    public T poll() {
      T first = peek();
      if (first != null) {
        removeFirst();
      }
      return first;
    }

    private T peek() {
      lock.lock();
      try {
        return items.peekFirst();
      } finally {
        lock.unlock();
      }
    }

    private void removeFirst() {
      lock.lock();
      try {
        items.pollFirst();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(
      mutates = "queue:CONDITION",
      bug = "finds the place for an item before it has the lock, and not again")
  public static final class SamePlace<T> extends BreakableBuffer<T> {

    private final Object[] places = new Object[PLACES];
    private int head;
    private volatile int tail;

    @Override
    public boolean offer(T item) {
      int place = tail;
      lock.lock();
      try {
        places[place] = item;
        tail = place + 1;
        return true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public T poll() {
      lock.lock();
      try {
        if (head >= tail) {
          return null;
        }
        @SuppressWarnings("unchecked") // only offer writes there
        T item = (T) places[head];
        head++;
        return item;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public int size() {
      lock.lock();
      try {
        return tail - head;
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "queue:CONDITION", bug = "wakes nobody when it has put an item")
  public static final class SilentPut<T> extends BreakableBuffer<T> {

    @Override
    void add(T item) {
      items.addLast(item);
    }
  }

  @Broken(mutates = "queue:CONDITION", bug = "wakes nobody when it has made room")
  public static final class SilentTake<T> extends BreakableBuffer<T> {

    @Override
    T remove() {
      return items.removeFirst();
    }
  }

  @Broken(mutates = "queue:MPMC_ARRAY", bug = "claims the item to take in two steps")
  public static final class TwoStepClaim<T> extends BreakableBuffer<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private final AtomicInteger head = new AtomicInteger();
    private final AtomicInteger tail = new AtomicInteger();

    @Override
    public boolean offer(T item) {
      int place = tail.getAndIncrement();
      places.set(place, item);
      return true;
    }

    @Override
    public T poll() {
      int place = head.get();
      if (place >= tail.get()) {
        return null;
      }
      T item = places.get(place);
      while (item == null) {
        Thread.onSpinWait();
        item = places.get(place);
      }
      head.set(place + 1);
      return item;
    }

    @Override
    public int size() {
      return tail.get() - head.get();
    }
  }

  @Broken(mutates = "queue:CONDITION", bug = "signals the condition of the other side")
  public static final class WrongCondition<T> extends BreakableBuffer<T> {

    @Override
    void add(T item) {
      items.addLast(item);
      notFull.signal();
    }
  }
}
