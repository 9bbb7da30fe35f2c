/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.process.Archive;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
 * What it costs to have an executor at all: to make it, have each worker do one task of one step,
 * and close it again, nothing of it left running. Who makes a pool for each request pays this each
 * time; who keeps one pays it once.
 *
 * <p>This is the warmed figure. What the first pool of a JVM costs is {@link ColdSweep}'s business,
 * and what is made once for a class path is no part of either. Every answer is compared within the
 * measured time, as in {@link RoundTrip}: a clock around an operation of so little time would cost
 * more than the comparison.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar PoolCost -p workers=2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PoolCost {

  @Param public ExecutorKind kind;

  @Param({"1", "2"})
  public int workers;

  private List<Task<?>> tasks;
  private List<Object> right;
  private List<Object> wrong;

  @Setup(Level.Trial)
  public void prepare() {
    tasks = Collections.nCopies(workers, new Task.Gcd(1, 1));
    right = Collections.nCopies(workers, 1);
    Optional<String> _ =
        kind == ExecutorKind.PROCESS_POOL ? Archive.BEST.prepare() : Optional.empty();
  }

  @TearDown(Level.Iteration)
  public void verify() {
    if (wrong != null) {
      throw new WrongResultException(kind + " returned " + wrong + " for tasks that return 1");
    }
  }

  @Benchmark
  public List<Object> open() {
    List<Object> results;
    try (Mapper mapper = kind.create(workers)) {
      results = mapper.map(KernelCall.FREE, tasks);
    }
    check(results);
    return results;
  }

  /** Keeps what is not right until the iteration ends. */
  void check(List<Object> results) {
    if (!results.equals(right)) {
      wrong = results;
    }
  }
}
