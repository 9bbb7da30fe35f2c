/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.counter;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.core.counter.CounterKind;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What one increment of one shared counter costs, by kind and by threads, and how many increments
 * were lost while it was measured: a counter that is fast and wrong shows both on the same row.
 *
 * <p>The score holds the increment, one increment of a field of the thread (which is the oracle)
 * and JMH's loop; a kind that promises to lose nothing fails the benchmark when it does.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar CounterCost -p kind=ATOMIC -t 2}. With
 * more threads than CPUs the locks that spin or hand over in order show their worst.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
@Fork(3)
@Warmup(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class CounterCost {

  @Param public CounterKind kind;

  private Counter counter;
  private Ledger ledger;

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) {
    counter = kind.create();
    ledger = new Ledger(kind, counter::value, params.getThreads());
  }

  /**
   * One thread's view of the counter, and what it alone knows to have added. The public fields are
   * JMH's secondary results of each iteration, summed over the threads.
   */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Sensor {
    /** Increments that were done. */
    public long expected;

    /** Increments that did not arrive. */
    public long lost;

    private Counter view;
    private int increments;

    @Setup(Level.Trial)
    public void attach(CounterCost cost) {
      view = cost.counter.local();
    }

    @TearDown(Level.Iteration)
    public void settle(CounterCost cost) {
      expected = Integer.toUnsignedLong(increments);
      lost = cost.ledger.settle(increments);
      increments = 0;
    }
  }

  @Benchmark
  public void increment(Sensor sensor) {
    sensor.view.increment(1);
    sensor.increments++;
  }
}
