/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.WrongResultException;
import java.util.List;
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
 * What an executor adds to a task: from handing over a single task of one step until its result is
 * there, on one warm worker. The next task is sent when the last is back, so this is latency with
 * nothing else to do, not what a busy pool adds to each of many tasks.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar RoundTrip}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class RoundTrip {

  private static final List<Task<?>> TASK = List.of(new Task.Gcd(1, 1));
  private static final List<Object> RIGHT = List.of(1);

  @Param public ExecutorKind kind;

  @Param("1")
  public int workers;

  private Mapper mapper;
  private boolean wrong;

  @Setup(Level.Trial)
  public void open() {
    mapper = kind.create(workers);
  }

  @TearDown(Level.Iteration)
  public void verify() {
    if (wrong) {
      throw new WrongResultException(kind + " brought back something else than 1");
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    mapper.close();
  }

  @Benchmark
  public List<Object> map() {
    List<Object> results = mapper.map(KernelCall.FREE, TASK);
    wrong |= !results.equals(RIGHT);
    return results;
  }
}
