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
 * <p>Shots in one JVM: the first of them pays for loading the classes, too. What is made once for a
 * class path is no part of it.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar PoolCost -p workers=2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 0)
@Measurement(iterations = 10)
public class PoolCost {

  @Param public ExecutorKind kind;

  @Param({"1", "2"})
  public int workers;

  private List<Task<?>> tasks;
  private List<Object> results;

  @Setup(Level.Trial)
  public void prepare() {
    tasks = Collections.nCopies(workers, new Task.Gcd(1, 1));
    Optional<String> _ =
        kind == ExecutorKind.PROCESS_POOL ? Archive.BEST.prepare() : Optional.empty();
  }

  @TearDown(Level.Invocation)
  public void verify() {
    if (!results.equals(Collections.nCopies(workers, 1))) {
      throw new WrongResultException(kind + " returned " + results + " for tasks that return 1");
    }
  }

  @Benchmark
  public List<Object> open() {
    try (Mapper mapper = kind.create(workers)) {
      results = mapper.map(KernelCall.FREE, tasks);
    }
    return results;
  }
}
