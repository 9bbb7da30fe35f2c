/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.order;

import dev.lockstep.core.kernel.WrongResultException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
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
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What it costs a thread to increment a counter that no other thread touches, if the counter of
 * another thread lies so many bytes away: at 8 bytes it is the next field, in the same line of the
 * cache; 128 bytes are two lines, which some processors fetch as a pair. With 8 the threads share
 * nothing but the line.
 *
 * <p>The counters lie outside the heap, where their distance is as said. The accesses are opaque,
 * since a compiler may keep a plain counter in a register.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar FalseSharing -p distance=8 -t 2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class FalseSharing {

  private static final VarHandle COUNT = ValueLayout.JAVA_LONG.varHandle();
  private static final long LINES = 128;

  @Param({"8", "128"})
  public int distance;

  MemorySegment counters;

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) {
    create(params.getThreads());
  }

  void create(int threads) {
    counters = Arena.ofAuto().allocate(LINES * threads, LINES);
  }

  /** One thread's counter, and what it alone knows to have added. */
  @State(Scope.Thread)
  public static class Owner {

    private long offset;
    private long increments;

    @Setup(Level.Trial)
    public void attach(FalseSharing cost, ThreadParams params) {
      attach(cost, params.getThreadIndex());
    }

    void attach(FalseSharing cost, int thread) {
      offset = (long) cost.distance * thread;
    }

    @TearDown(Level.Iteration)
    public void verify(FalseSharing cost) {
      long count = (long) COUNT.getOpaque(cost.counters, offset);
      if (count != increments) {
        throw new WrongResultException(
            "the counter at %d is at %d after %d increments".formatted(offset, count, increments));
      }
    }
  }

  @Benchmark
  public void increment(Owner owner) {
    long count = (long) COUNT.getOpaque(counters, owner.offset);
    COUNT.setOpaque(counters, owner.offset, count + 1);
    owner.increments++;
  }
}
