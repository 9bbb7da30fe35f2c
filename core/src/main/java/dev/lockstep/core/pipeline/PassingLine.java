/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** What all kinds of lines have in common: how they pass a list, fail, and end. */
abstract class PassingLine<T> implements Line<T> {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Arrivals<T> arrivals;
  private final AtomicBoolean busy = new AtomicBoolean();
  private long lag;
  private volatile boolean closed;

  PassingLine(Arrivals<T> arrivals) {
    this.arrivals = arrivals;
  }

  /** Hands all items over; returns early, or throws, if there is a failure. */
  abstract void send(List<T> items) throws InterruptedException;

  /** Has everything end as soon as it can: by interrupts, without waiting. */
  abstract void stop();

  /** Whether everything has ended after {@link #stop}; waits for it. */
  abstract boolean ended(Duration limit) throws InterruptedException;

  final Arrivals<T> arrivals() {
    return arrivals;
  }

  @Override
  public final List<T> pass(List<T> items) throws InterruptedException {
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("another thread is passing items through this line");
    }
    try {
      arrivals.check();
      arrivals.expect(items.size());
      send(items);
      List<T> results = arrivals.collect();
      lag = System.nanoTime() - arrivals.last();
      return results;
    } catch (InterruptedException e) {
      arrivals.fail(new IllegalStateException("an earlier pass was interrupted"));
      throw e;
    } finally {
      busy.set(false);
    }
  }

  /** One item through one stage; what it throws brings the line down. */
  final T work(Station<T> station, T item) {
    try {
      return station.apply(item);
    } catch (PipelineException e) {
      arrivals.fail(e);
      stop();
      throw e;
    }
  }

  @Override
  public final long lagNanos() {
    return lag;
  }

  @Override
  public final void close() {
    if (closed) {
      return;
    }
    closed = true;
    arrivals.fail(new IllegalStateException("the line is closed"));
    stop();
    long end = System.nanoTime() + GRACE.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (!ended(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
            throw new IllegalStateException("a stage is still running after it was interrupted");
          }
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
