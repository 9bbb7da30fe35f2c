/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.core.queue.Polls;
import dev.lockstep.core.queue.QueueClosedException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** One stage: the queue that it takes from, and its workers. */
final class Stage {

  /** What ends one worker, for queues that know of no such thing by themselves. */
  private static final Object SENTINEL = new Object();

  private final String name;
  private final Channel<Object> queue;
  private final boolean watched;
  private final List<StageWorker> workers = new ArrayList<>();

  /** Who is outside and waits for room, and must not be left waiting when the workers have gone. */
  private final AtomicInteger waiting = new AtomicInteger();

  Stage(String name, Channel<Object> queue, boolean watched) {
    this.name = name;
    this.queue = queue;
    this.watched = watched;
  }

  @SuppressWarnings("ReferenceEquality") // an item may claim to equal anything
  static boolean isSentinel(Object item) {
    return item == SENTINEL;
  }

  void add(StageWorker worker) {
    workers.add(worker);
  }

  String name() {
    return name;
  }

  /** Whether its workers look how deep its queue is. */
  boolean watched() {
    return watched;
  }

  Channel<Object> queue() {
    return queue;
  }

  List<StageWorker> workers() {
    return workers;
  }

  /**
   * Appends an item from outside, unless there is no room and {@code wanted} no longer holds. Only
   * who finds no room is counted as waiting: the counter costs the others nothing.
   */
  void put(Object item, BooleanSupplier wanted) throws InterruptedException {
    if (queue.offer(item)) {
      return;
    }
    waiting.getAndIncrement();
    try {
      if (wanted.getAsBoolean()) {
        queue.put(item);
      }
    } finally {
      waiting.getAndDecrement();
    }
  }

  /** Appends a sentinel behind all items: it ends one worker. */
  void close(BooleanSupplier wanted) throws InterruptedException {
    if (queue instanceof ClosableQueue<Object> closable) {
      closable.close();
    } else {
      put(SENTINEL, wanted);
    }
  }

  /**
   * Throws away what is in the queue until nobody outside waits for room. To be called when the
   * workers take no more and {@code wanted} of {@link #put} has ceased to hold: whoever is counted
   * is in the queue's put by then, or will not go there: it counted itself first and looked second
   * (jcstress: order.StoreBuffering.Volatile).
   */
  void release() {
    while (waiting.get() > 0) {
      try {
        if (queue.poll() == null) {
          Thread.onSpinWait();
        }
      } catch (QueueClosedException e) {
        // that was a sentinel
      }
    }
  }

  StageStatistics statistics() {
    long items = 0;
    long takes = 0;
    int depth = 0;
    for (StageWorker worker : workers) {
      items += worker.items();
      takes += worker.takes();
      depth = Math.max(depth, worker.maxDepth());
    }
    long polls = takes;
    long emptyPolls = 0;
    if (queue instanceof Polls counted) {
      polls = counted.polls();
      emptyPolls = counted.emptyPolls();
    }
    OptionalInt maxDepth = watched ? OptionalInt.of(depth) : OptionalInt.empty();
    return new StageStatistics(name, workers.size(), items, takes, polls, emptyPolls, maxDepth);
  }
}
