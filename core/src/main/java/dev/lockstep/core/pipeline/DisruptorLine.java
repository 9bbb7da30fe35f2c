/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.EventTranslatorOneArg;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * LMAX Disruptor as its users write it: one ring for the whole line, in which an item stays in its
 * slot while one chained handler after the other passes over it. Of several workers of a stage each
 * takes every n-th slot, whether another is idle or not.
 *
 * <p>Its handlers wait by looking again, in the end with tiny sleeps: the strategy that blocks does
 * so for the first stage only and spins for all others, which stands still where there are fewer
 * CPUs than handlers.
 */
final class DisruptorLine<T> extends PassingLine<T> {

  private static final class Slot<T> {
    private T item;
  }

  private final Hands hands = new Hands("disruptor-");
  private final Disruptor<Slot<T>> disruptor;
  private final EventTranslatorOneArg<Slot<T>, T> fill = (slot, _, item) -> slot.item = item;
  private volatile boolean stopped;

  DisruptorLine(int capacity, List<Station<T>> stations) {
    super(new Arrivals<>());
    int slots = Integer.highestOneBit(Math.max(1, 2 * capacity - 1)); // a power of two
    disruptor =
        new Disruptor<>(Slot::new, slots, hands, ProducerType.SINGLE, new SleepingWaitStrategy());
    EventHandlerGroup<Slot<T>> group = null;
    for (int i = 0; i < stations.size(); i++) {
      EventHandler<Slot<T>>[] handlers = handlers(stations.get(i), i + 1 == stations.size());
      group = group == null ? disruptor.handleEventsWith(handlers) : group.then(handlers);
    }
    RingBuffer<Slot<T>> _ = disruptor.start();
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  private EventHandler<Slot<T>>[] handlers(Station<T> station, boolean last) {
    EventHandler<Slot<T>>[] handlers = new EventHandler[station.workers()];
    for (int i = 0; i < handlers.length; i++) {
      int share = i;
      handlers[i] =
          (slot, sequence, _) -> {
            if (sequence % station.workers() == share && !stopped) {
              handle(station, slot, last);
            }
          };
    }
    return handlers;
  }

  private void handle(Station<T> station, Slot<T> slot, boolean last) {
    try {
      slot.item = work(station, slot.item);
      if (last) {
        arrivals().add(slot.item);
        slot.item = null;
      }
    } catch (PipelineException e) {
      // the line is down
    }
  }

  /** Waits as the ring's own publishing does, but looks whether anything is left to wait for. */
  @Override
  void send(List<T> items) throws InterruptedException {
    RingBuffer<Slot<T>> ring = disruptor.getRingBuffer();
    for (T item : items) {
      while (!ring.tryPublishEvent(fill, item)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (stopped) {
          return;
        }
        LockSupport.parkNanos(1);
      }
    }
  }

  @Override
  void stop() {
    stopped = true;
    disruptor.halt();
    hands.interrupt();
  }

  @Override
  boolean ended(Duration limit) throws InterruptedException {
    return hands.ended(limit);
  }
}
