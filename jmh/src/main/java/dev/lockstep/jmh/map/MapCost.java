/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.map;

import dev.lockstep.core.map.MapKind;
import dev.lockstep.core.map.WordCount;
import dev.lockstep.jmh.counter.Ledger;
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
 * What it costs to count one word in one shared map, by kind and by threads, and how many counts
 * were lost while it was measured. The word is known after its first count, which is the usual
 * case: so the kinds that only look in two calls when a word is new lose nothing here. That they do
 * is what the stress tests show.
 *
 * <p>The score holds one increment of a field of the thread, which is the oracle; a kind that
 * promises to lose nothing fails the benchmark when it does.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar MapCost -p kind=MERGE -t 2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class MapCost {

  private static final String WORD = "word";

  @Param public MapKind kind;

  WordCount words;
  private Ledger ledger;

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) {
    create(params.getThreads());
  }

  void create(int threads) {
    words = kind.create();
    ledger = new Ledger(kind, () -> words.of(WORD), threads);
  }

  /** What one thread has counted. The public fields are JMH's secondary results. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counted {
    /** Counts that were done. */
    public long expected;

    /** Counts that did not arrive. */
    public long lost;

    private int counts;

    @TearDown(Level.Iteration)
    public void settle(MapCost cost) {
      expected = Integer.toUnsignedLong(counts);
      lost = cost.ledger.settle(counts);
      counts = 0;
    }
  }

  @Benchmark
  public void count(Counted counted) {
    words.count(WORD);
    counted.counts++;
  }
}
