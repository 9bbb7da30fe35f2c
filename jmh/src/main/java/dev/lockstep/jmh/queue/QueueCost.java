/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.queue;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs a thread to put an item into a queue of its own and to take it out again: the
 * mechanism alone. Nobody else is there, so nobody waits, is woken or has to be kept away; that
 * costs more than all of this, and pipelines tell how much.
 *
 * <p>The queue holds some items all the time, as one in use does, so what is taken is never what
 * was just put; and it is the oldest, or the benchmark fails. SYNCHRONOUS is refused: one thread
 * alone has nobody to hand over to.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar QueueCost -p kind=CLOSABLE,DISRUPTOR}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class QueueCost {

  private static final int CAPACITY = 256;

  /** Items in the queue before every call and after it. */
  private static final int DEPTH = 8;

  @Param public QueueKind kind;

  private final Object[] items = new Object[DEPTH];
  private Channel<Object> channel;
  private int oldest;
  private long wrong;

  @Setup(Level.Trial)
  public void fill() throws InterruptedException {
    if (kind == QueueKind.SYNCHRONOUS) {
      throw new IllegalArgumentException(
          "SYNCHRONOUS makes a producer wait for a consumer, and here is only one thread: leave it"
              + " out");
    }
    channel = kind.create(kind.bounds().nearest(CAPACITY));
    for (int i = 0; i < DEPTH; i++) {
      items[i] = new Object();
      channel.put(items[i]);
    }
  }

  @TearDown(Level.Iteration)
  public void verify() {
    int left = channel.size();
    if (wrong > 0 || left != DEPTH) {
      throw new WrongResultException(
          "%s gave %d items in the wrong order and has %d left of %d"
              .formatted(kind, wrong, left, DEPTH));
    }
  }

  /** The queue that is measured, for those who want to see a failure. */
  Channel<Object> channel() {
    return channel;
  }

  /** Takes the oldest item and puts it in again. */
  @Benchmark
  public Object putAndTake() throws InterruptedException {
    Object expected = items[oldest];
    oldest = (oldest + 1) % DEPTH;
    Object taken = channel.take();
    if (!taken.equals(expected)) {
      wrong++;
    }
    channel.put(taken);
    return taken;
  }
}
