/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.lock;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jmh.counter.Ledger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
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
 * What it costs to wait for one shared lock and to give it back, by kind and by threads: where
 * several threads want it, the price of a hand-over. A lock that goes to whoever comes first may
 * stay with the thread that has it, round after round; one that is handed over in order changes
 * threads every time, and with more threads than CPUs each hand-over may have to wait for the next
 * thread to run.
 *
 * <p>The score holds lock, the increment of a field that the lock guards, unlock, one increment of
 * a field of the thread (which is the oracle) and JMH's loop.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar LockCost -p kind=MCS_LOCK -t 2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class LockCost {

  @Param public LockKind kind;

  /** The middle of as many integers as fill a few cache lines. */
  static final int MIDDLE = 32;

  Lock lock;

  /**
   * The count is the one in the middle. So it shares no cache line with the reference to the lock,
   * which waiting threads read.
   */
  final int[] counts = new int[2 * MIDDLE];

  private Ledger ledger;

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) {
    create(params.getThreads());
  }

  void create(int threads) {
    lock = kind.create();
    ledger = new Ledger(kind, () -> counts[MIDDLE], threads);
  }

  /** What one thread added. */
  @State(Scope.Thread)
  public static class Rounds {
    private int rounds;

    @TearDown(Level.Iteration)
    public void settle(LockCost cost) {
      long _ = cost.ledger.settle(rounds);
      rounds = 0;
    }
  }

  @Benchmark
  public void lockAndUnlock(Rounds mine) {
    lock.lock();
    try {
      counts[MIDDLE]++;
    } finally {
      lock.unlock();
    }
    mine.rounds++;
  }
}
