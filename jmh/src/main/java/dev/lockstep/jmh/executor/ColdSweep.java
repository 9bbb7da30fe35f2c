/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.core.process.Archive;
import dev.lockstep.jmh.profile.OffTheClock;
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
 * The sweep in a JVM that has done nothing of it before: one shot, which makes the executor and
 * maps the list, and pays for loading and interpreting all of it. The list is made before the
 * measured time; the oracle is asked, and the executor closed, after it. The JVM itself and JMH
 * have started by then, so that this is not the time of a whole script.
 *
 * <p>A plan runs this without an archive of the suite's classes: loading them is what it measures.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar ColdSweep -p workers=2 -p
 * kind=SERIAL,FIXED}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 10, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ColdSweep {

  @Param public ExecutorKind kind;

  @Param({"GCD_SEED", "FACTORIZE_SEED"})
  public Workload workload;

  @Param({"1", "2"})
  public int workers;

  private List<Task<?>> tasks;
  private KernelCall call;
  private Mapper mapper;
  private List<Object> results;

  /** What is made once for a class path is no part of a cold start. */
  @Setup(Level.Trial)
  public void prepare() {
    OffTheClock.around(
        () -> {
          tasks = workload.tasks();
          call = KernelCall.FREE;
          Optional<String> _ =
              kind == ExecutorKind.PROCESS_POOL ? Archive.BEST.prepare() : Optional.empty();
        });
  }

  @TearDown(Level.Invocation)
  public void verifyAndClose() {
    OffTheClock.around(
        () -> {
          mapper.close();
          workload.verify(results);
        });
  }

  @Benchmark
  public List<Object> map() {
    mapper = kind.create(workers);
    results = mapper.map(call, tasks);
    return results;
  }
}
