/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Broken;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Queues broken on purpose that resemble no shipped class: for the twins of stress tests, and for
 * models. All others the build derives from what is shipped.
 */
public final class BrokenQueues {

  /** Enough for all items of a sample: nothing is ever put into a place for the second time. */
  private static final int PLACES = 16;

  private BrokenQueues() {}

  /** What such a queue need not do: nobody waits at it. */
  abstract static class Bare<T> implements Channel<T> {

    private final int capacity;

    Bare(int capacity) {
      this.capacity = capacity;
    }

    @Override
    public final int capacity() {
      return capacity;
    }

    @Override
    public final T poll(Duration timeout) {
      return poll();
    }

    @Override
    public final void put(T item) {
      throw new UnsupportedOperationException();
    }

    @Override
    public final T take() {
      throw new UnsupportedOperationException();
    }

    @Override
    public final boolean offer(T item, Duration timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public final int size() {
      throw new UnsupportedOperationException();
    }
  }

  @Broken(mutates = "queue:DISRUPTOR", bug = "publishes a place before it is filled")
  public static final class EarlyPublish<T> extends Bare<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private final AtomicInteger head = new AtomicInteger();
    private final AtomicInteger tail = new AtomicInteger();

    public EarlyPublish(int capacity) {
      super(capacity);
    }

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
  }

  @Broken(bug = "no lock is taken")
  public static final class NoLock<T> extends Bare<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private volatile int head;
    private volatile int tail;

    public NoLock(int capacity) {
      super(capacity);
    }

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

  @Broken(bug = "the count is read and written by opaque accesses, which order nothing")
  public static final class OpaqueCount<T> implements TaskQueue<T> {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void put(T item) {
      count.setOpaque(count.getOpaque() + 1);
    }

    @Override
    public T take() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void taskDone() {
      count.setOpaque(count.getOpaque() - 1);
    }

    /** Spins: nobody is woken here. */
    @Override
    public void join() {
      while (count.getOpaque() > 0) {
        Thread.onSpinWait();
      }
    }

    @Override
    public boolean join(Duration timeout) {
      throw new UnsupportedOperationException();
    }
  }

  @Broken(bug = "the access to a place is opaque, which orders nothing")
  public static final class OpaquePlace<T> extends Bare<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(1);

    public OpaquePlace(int capacity) {
      super(capacity);
    }

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
      mutates = "queue:CONDITION",
      bug = "finds the place for an item before it has the lock, and not again")
  public static final class SamePlace<T> extends Bare<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final Object[] places = new Object[PLACES];
    private int head;
    private volatile int tail;

    public SamePlace(int capacity) {
      super(capacity);
    }

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
  }

  @Broken(mutates = "queue:MPMC_ARRAY", bug = "claims the item to take in two steps")
  public static final class TwoStepClaim<T> extends Bare<T> {

    private final AtomicReferenceArray<T> places = new AtomicReferenceArray<>(PLACES);
    private final AtomicInteger head = new AtomicInteger();
    private final AtomicInteger tail = new AtomicInteger();

    public TwoStepClaim(int capacity) {
      super(capacity);
    }

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
  }
}
