/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pair;

import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.pair.Pair;
import dev.lockstep.core.pair.PairKind;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * What it costs to read both values of a pair, alone and while another thread writes pairs, and how
 * many of the pairs that were read were torn: what is fast and wrong shows both on the same row.
 *
 * <p>The writer writes, works for some hundred nanoseconds, and writes again. A reader of a seqlock
 * pays for what it has to read anew, a reader that locks for the waiting.
 *
 * <p>The two values of a pair add up to 0, which is the oracle: the score holds the addition and
 * the look at the sum.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar PairCost -p kind=SEQLOCK -p writers=1}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PairCost {

  /** Of JMH's units of work between two writes. */
  private static final long WORK = 100;

  @Param public PairKind kind;

  /** How many threads write beside the reader. */
  @Param({"0", "1"})
  public int writers;

  Pair pair;
  private Thread writer;
  private volatile boolean stopped;

  @Setup(Level.Trial)
  public void create() {
    pair = kind.create();
  }

  @Setup(Level.Iteration)
  public void start() {
    stopped = false;
    if (writers > 0) {
      writer = Thread.ofPlatform().daemon().name("writer").start(this::write);
    }
  }

  private void write() {
    for (long number = 1; !stopped; number++) {
      pair.write(number, -number);
      Blackhole.consumeCPU(WORK);
    }
  }

  @TearDown(Level.Iteration)
  public void stop() throws InterruptedException {
    stopped = true;
    if (writer != null) {
      writer.join();
    }
  }

  /** One thread's reads. The public fields are JMH's secondary results of each iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Reads {
    /** Pairs that were read. */
    public long reads;

    /** Pairs of which the halves do not belong together. */
    public long torn;

    @Setup(Level.Iteration)
    public void clear() {
      reads = 0;
      torn = 0;
    }

    @TearDown(Level.Iteration)
    public void verify(PairCost cost) {
      if (torn != 0 && cost.kind.guarantee() == Guarantee.EXACT) {
        throw new WrongResultException("%s tore %d of %d pairs".formatted(cost.kind, torn, reads));
      }
    }
  }

  @Benchmark
  public void read(Reads reads) {
    if (pair.read(Long::sum) != 0) {
      reads.torn++;
    }
    reads.reads++;
  }
}
