/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.order;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.order.Cell;
import dev.lockstep.core.order.OrderKind;
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
 * What a store and a load behind it cost, by access mode and fence: one half of store buffering, in
 * one thread and on cells of its own. So the score holds the waiting for the thread's own store
 * buffer and no traffic between cores. The kinds that forbid store buffering differ from those that
 * do not by this waiting.
 *
 * <p>The score holds two operations more on fields of the thread, which are the oracle: they keep
 * any difference between what was stored and what was loaded until the end of the iteration.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar OrderCost -p kind=VOLATILE}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class OrderCost {

  private static final long CONTENT = 42;

  @Param public OrderKind kind;

  Cell stored;
  Cell loaded;
  private long number;
  private long difference;

  @Setup(Level.Trial)
  public void create() {
    stored = kind.create();
    loaded = kind.create();
    loaded.set(CONTENT);
  }

  @TearDown(Level.Iteration)
  public void verify() {
    if (difference != 0 || stored.get() != number) {
      throw new WrongResultException(kind + " gave another value than was stored");
    }
  }

  @Benchmark
  public long storeThenLoad() {
    stored.set(++number);
    stored.fence();
    long seen = loaded.get();
    difference |= seen ^ CONTENT;
    return seen;
  }
}
