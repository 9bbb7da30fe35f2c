/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.jmh.profile.OffTheClock;
import java.util.Arrays;
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
 * The bare loop over the tasks of {@link ExecutorSweep}: calls of the kernel one after the other,
 * results into an array, nothing else. No executor is in it, and nothing of what this suite puts
 * around a task to keep its promises. What SERIAL, the baseline of all executors, takes beyond it
 * is the suite's own wrapper, which is in every executor's time.
 *
 * <p>Every invocation's results are compared with the oracle, outside the measured time.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar 'RawLoop|ExecutorSweep' -p kind=SERIAL
 * -p workers=1}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class RawLoop {

  @Param({"GCD_SEED", "FACTORIZE_SEED"})
  public Workload workload;

  private Task<?>[] tasks;
  private Object[] results;

  @Setup(Level.Trial)
  public void open() {
    tasks = workload.tasks().toArray(Task<?>[]::new);
    results = new Object[tasks.length];
  }

  /** Forgets the results, too: those of the last time must not stand for missing ones. */
  @TearDown(Level.Invocation)
  public void verify() {
    OffTheClock.check(
        () -> {
          workload.verify(Arrays.asList(results));
          Arrays.fill(results, null);
        });
  }

  @Benchmark
  public Object[] run() {
    Task<?>[] all = tasks;
    Object[] into = results;
    for (int i = 0; i < all.length; i++) {
      into[i] = all[i].run();
    }
    return into;
  }
}
