/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.lock;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jmh.counter.Ledger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
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
 * What one attempt to take one shared lock costs, by kind and by threads, and how many succeeded: a
 * refusal is cheaper than a success, so a score says little without the two counts beside it.
 *
 * <p>The score holds the attempt, after a success the increment of a field that the lock guards and
 * the unlock, one increment of a field of the thread (which is the oracle) and JMH's loop. A lock
 * that lets two threads in at a time loses increments of the guarded field and fails the benchmark.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar TryLockCost -p kind=SPIN_LOCK -t 2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class TryLockCost {

  @Param public LockKind kind;

  Lock lock;
  int count;
  private Ledger ledger;

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) {
    create(params.getThreads());
  }

  void create(int threads) {
    lock = kind.create();
    ledger = new Ledger(kind, () -> count, threads);
  }

  /** One thread's attempts. The public fields are JMH's secondary results of each iteration. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Attempts {
    /** Attempts that got the lock. */
    public long acquired;

    /** Attempts to which it was refused. */
    public long refused;

    private int successes;
    private int refusals;

    @TearDown(Level.Iteration)
    public void settle(TryLockCost cost) {
      acquired = Integer.toUnsignedLong(successes);
      refused = Integer.toUnsignedLong(refusals);
      long _ = cost.ledger.settle(successes);
      successes = 0;
      refusals = 0;
    }
  }

  @Benchmark
  public void tryLock(Attempts attempts) {
    if (!lock.tryLock()) {
      attempts.refusals++;
      return;
    }
    try {
      count++;
    } finally {
      lock.unlock();
    }
    attempts.successes++;
  }
}
