/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.WrongResultException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests that arrive at fixed moments, whether or not those before them have been served. A
 * latency counts from the moment at which the request was to arrive: one that is sent late, since
 * its sender was held up, has waited all the same. So nothing is omitted, and nothing has to be
 * corrected afterwards.
 *
 * <p>After twice the time of the schedule no more requests are sent: who cannot keep the rate has
 * no end otherwise.
 */
final class Schedule {

  /** Each tries 20,000 divisors: some fifty microseconds on the machines seen so far. */
  private static final List<Task<?>> TASKS =
      IntStream.range(0, 16).<Task<?>>mapToObj(i -> new Task.Gcd(20_002 + i, 20_001 - i)).toList();

  private static final List<Object> RIGHT = TASKS.stream().<Object>map(Task::expected).toList();

  /** A thread that sleeps is woken late; it gets up so much earlier, and looks at the clock. */
  private static final long EARLY_NANOS = 60_000;

  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final int arrivals;
  private final double interval;
  private final long start;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();
  private final AtomicInteger wrong = new AtomicInteger();
  private final AtomicIntegerArray answers;
  private final Histogram latencies = new ConcurrentHistogram(LONGEST_NANOS, 3);
  private final LongAccumulator elapsed = new LongAccumulator(Math::max, 0);

  /**
   * @param rate a second
   * @param start clock reading from which on they arrive
   */
  Schedule(int arrivals, int rate, long start) {
    this.arrivals = arrivals;
    this.interval = 1e9 / rate;
    this.start = start;
    this.answers = new AtomicIntegerArray(arrivals);
  }

  /** Waits until the next request is due; its number, or -1 if there are no more. */
  int await() {
    int number = next.getAndIncrement();
    if (number >= arrivals) {
      return -1;
    }
    for (long left; (left = due(number) - System.nanoTime()) > 0; ) {
      if (left > EARLY_NANOS) {
        LockSupport.parkNanos(left - EARLY_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
    if (System.nanoTime() - due(2 * arrivals) > 0) {
      return -1;
    }
    sent.incrementAndGet();
    return number;
  }

  private long due(int number) {
    return start + (long) ((number + 1) * interval);
  }

  static Task<?> task(int number) {
    return TASKS.get(number % TASKS.size());
  }

  /** Computes the answer in this thread. */
  void serve(int number) {
    answered(number, KernelCall.FREE.apply(task(number)));
  }

  void answered(int number, Object answer) {
    long now = System.nanoTime();
    latencies.recordValue(Math.clamp(now - due(number), 0, LONGEST_NANOS));
    if (!RIGHT.get(number % RIGHT.size()).equals(answer)) {
      wrong.incrementAndGet();
    }
    answers.incrementAndGet(number);
    elapsed.accumulate(now - start);
    served.incrementAndGet();
  }

  /** Whether all that was sent has been answered. */
  boolean isDone() {
    return served.get() >= sent.get();
  }

  /**
   * To be called when no request is under way any more.
   *
   * @param kind who served
   * @throws WrongResultException unless each request that was sent had its right answer once
   */
  void verify(Object kind) {
    int once = 0;
    for (int number = 0; number < arrivals; number++) {
      once += answers.get(number) == 1 ? 1 : 0;
    }
    if (wrong.get() > 0 || once != sent.get() || served.get() != sent.get()) {
      throw new WrongResultException(
          "%s: %d requests were sent, %d answered once, %d answers were wrong"
              .formatted(kind, sent.get(), once, wrong.get()));
    }
  }

  /** In nanoseconds. */
  Histogram latencies() {
    return latencies;
  }

  /** Requests served a second, until the last one was. */
  double kept() {
    return served.get() == 0 ? 0 : served.get() * 1e9 / elapsed.get();
  }
}
