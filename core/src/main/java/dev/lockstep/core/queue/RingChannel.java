/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventTranslatorOneArg;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

/**
 * The ring buffer of the LMAX Disruptor as a queue of which every item goes to one consumer. The
 * Disruptor itself sends every event to every handler, and its worker pool is gone since version 4;
 * here consumers divide the items among themselves. Waits by a back-off; rounds its capacity up to
 * a power of two.
 *
 * <p>Items have sequence numbers from 0. A consumer looks at the number behind {@code claimed};
 * once it is published, the one that moves {@code claimed} there owns that slot. It takes the item
 * out, empties the slot so that nothing is retained, and only then marks the slot as taken. A
 * consumer claims only what is published, so between claim and mark it waits for nothing, and an
 * interrupt finds it either before the claim or with the item in its hands.
 *
 * <p>A producer may use a slot again once it <em>and all before it</em> are taken, by whichever
 * consumers: that is what {@link Gate} tells the ring.
 *
 * <p>Full and empty are exact. A thread may meet a slot that another has claimed but not yet filled
 * or emptied. It waits for the few instructions that are left of that work, and yields the
 * processor in case the other thread has none. Every call is O(1), {@link #offer(Object)}
 * amortised.
 */
final class RingChannel<T> extends BackOffChannel<T> {

  private static final int GREATEST = 1 << 30;

  private final RingBuffer<Slot<T>> ring;
  private final Sequence claimed = new Sequence();
  private final EventTranslatorOneArg<Slot<T>, T> fill = (slot, _, item) -> slot.item = item;

  RingChannel(int capacity) {
    if (capacity < 1 || capacity > GREATEST) {
      throw new IllegalArgumentException("capacity " + capacity + " is not from 1 to " + GREATEST);
    }
    int size = capacity == 1 ? 1 : Integer.highestOneBit(capacity - 1) << 1;
    // The strategy is for consumers that wait inside the ring, and here none does: so the one that
    // costs a producer nothing.
    ring = RingBuffer.createMultiProducer(Slot::new, size, new BusySpinWaitStrategy());
    ring.addGatingSequences(new Gate());
  }

  @Override
  public boolean offer(T item) {
    Objects.requireNonNull(item);
    for (int tries = 0; !ring.tryPublishEvent(fill, item); tries++) {
      if (size() == capacity()) {
        return false;
      }
      awaitOther(tries);
    }
    return true;
  }

  @Override
  public T poll() {
    int tries = 0;
    while (true) {
      long last = claimed.get();
      long next = last + 1;
      if (ring.isAvailable(next)) {
        if (claimed.compareAndSet(last, next)) {
          return ring.get(next).empty(next);
        }
      } else if (ring.getCursor() == last) {
        return null;
      } else {
        awaitOther(tries++);
      }
    }
  }

  /** Counts an item from the moment its producer has its slot until a consumer has claimed it. */
  @Override
  public int size() {
    while (true) {
      long before = claimed.get();
      long produced = ring.getCursor();
      if (claimed.get() == before) {
        return (int) (produced - before);
      }
    }
  }

  @Override
  public int capacity() {
    return ring.getBufferSize();
  }

  @SuppressWarnings("ThreadPriorityCheck") // the other thread may need this processor
  private static void awaitOther(int tries) {
    if (tries < 64) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  /** One place of the ring. */
  private static final class Slot<T> {

    private static final VarHandle TAKEN;

    static {
      try {
        TAKEN = MethodHandles.lookup().findVarHandle(Slot.class, "taken", long.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    /** Written by a producer before it publishes, and by the owner before it marks. */
    private T item;

    /** The sequence number of the item that was last taken out. */
    @SuppressWarnings("UnusedVariable") // by the handle
    private long taken = -1;

    T empty(long sequence) {
      T found = item;
      item = null;
      TAKEN.setRelease(this, sequence);
      return found;
    }

    boolean isTaken(long sequence) {
      return (long) TAKEN.getAcquire(this) == sequence;
    }
  }

  /**
   * The last number up to which all slots are taken. The ring asks for it only when the answer of
   * last time does not suffice, mostly once per round, so consumers need not agree on it: producers
   * find it by walking over the marks. A mark is a whole sequence number and cannot be taken for
   * that of another round.
   */
  private final class Gate extends Sequence {

    @Override
    public long get() {
      while (true) {
        long known = super.get();
        long end = known;
        while (ring.get(end + 1).isTaken(end + 1)) {
          end++;
        }
        // A walk that another has overtaken may have stopped at a slot that is in use again.
        if (end == known ? super.get() == known : compareAndSet(known, end)) {
          return end;
        }
      }
    }
  }
}
