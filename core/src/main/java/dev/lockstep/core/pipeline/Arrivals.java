/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * What has come out of a line, in order of completion. Any number of workers add, one caller waits.
 *
 * <p>Workers share no lock: each pushes onto a stack with one compare-and-set, and only the worker
 * whose result is the last of those expected wakes the caller. So that what is the same for all
 * lines costs next to nothing, and does not hide what differs between them.
 *
 * <p>What a worker did before it added happens-before the return of {@link #collect} (JLS 17.4.5:
 * the compare-and-set, and those of the workers after it, are synchronization actions on the
 * variable that the caller reads).
 */
final class Arrivals<R> {

  private static final long NONE = Long.MAX_VALUE;

  /** A result on top of those that came before; what was taken out is cut off. */
  private static final class Arrival<R> {

    private R result;
    private final long number; // from 1 on
    private Arrival<R> before;

    Arrival(R result, Arrival<R> before) {
      this.result = result;
      this.number = before.number + 1;
      this.before = before;
    }

    /** What stands below the first one. */
    Arrival() {
      this.result = null;
      this.number = 0;
    }
  }

  private final AtomicReference<Arrival<R>> newest = new AtomicReference<>(new Arrival<>());
  private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
  private volatile Thread waiting;

  /** The number of the last result that somebody wants, and when it arrived. */
  private volatile long expected = NONE;

  private volatile long last;

  /**
   * How many were taken out, and were when somebody began to expect more; guarded by this, which no
   * worker takes.
   */
  private long taken;

  private long takenBefore;

  void add(R result) {
    Arrival<R> top;
    Arrival<R> arrival;
    do {
      top = newest.get();
      arrival = new Arrival<>(result, top);
      if (arrival.number == expected) {
        last = System.nanoTime(); // before: who sees the arrival sees its time
      }
    } while (!newest.compareAndSet(top, arrival));
    // After: either the caller sees this arrival, or this sees what the caller expects (jcstress:
    // order.StoreBuffering.Volatile).
    if (arrival.number == expected) {
      LockSupport.unpark(waiting);
    }
  }

  /** Ends all waiting, now and later: no more will come. The first reason counts. */
  void fail(RuntimeException reason) {
    if (failure.compareAndSet(null, reason)) {
      LockSupport.unpark(waiting);
    }
  }

  /** Has the moment recorded in which so many are there. */
  synchronized void expect(int count) {
    last = System.nanoTime();
    takenBefore = taken;
    expected = taken + count;
  }

  /** Throws the reason, if there is one, for which no more will come. */
  void check() {
    RuntimeException reason = failure.get();
    if (reason != null) {
      throw reason instanceof PipelineException stage ? stage.again() : reason;
    }
  }

  /** Waits for what is expected and takes it out. */
  List<R> collect() throws InterruptedException {
    long wanted = expected;
    waiting = Thread.currentThread();
    try {
      while (true) {
        List<R> all = newest.get().number < wanted ? null : takeExpected(wanted);
        if (all != null) {
          return all;
        }
        check();
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LockSupport.park(this);
      }
    } finally {
      waiting = null;
    }
  }

  /** Null if somebody else has taken some of them meanwhile, who will end this by a failure. */
  private synchronized List<R> takeExpected(long wanted) {
    return taken == takenBefore ? takeUpTo(wanted) : null;
  }

  /** When the last of those expected arrived, in {@link System#nanoTime}. */
  long last() {
    return last;
  }

  /** Takes out whatever is there. */
  synchronized List<R> takeAll() {
    return takeUpTo(newest.get().number);
  }

  private List<R> takeUpTo(long number) {
    Arrival<R> end = newest.get();
    while (end.number > number) {
      end = end.before;
    }
    @SuppressWarnings("unchecked") // filled with results only
    R[] results = (R[]) new Object[(int) (number - taken)];
    Arrival<R> arrival = end;
    for (int i = results.length - 1; i >= 0; i--) {
      results[i] = arrival.result;
      arrival = arrival.before;
    }
    end.result = null; // the last one stays below those to come, without what it brought
    end.before = null;
    taken = number;
    expected = NONE;
    return Arrays.asList(results);
  }
}
