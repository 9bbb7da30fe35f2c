/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.jmh.profile.OffTheClock;
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
 * The same tasks on every kind of executor at every worker count: time from handing the list over
 * until all results are there, on a warm executor. The baseline is SERIAL; four uneven tasks allow
 * no more than the makespan bound, whatever the machine.
 *
 * <p>Every invocation's results are compared with the oracle. That happens between invocations,
 * outside the measured time, which JMH may take apart here because one operation lasts
 * milliseconds.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar ExecutorSweep -p workers=2 -p
 * kind=SERIAL,FIXED}. Kinds that run in one thread, or in one per task, take no notice of {@code
 * workers}; PROCESS_POOL runs only workloads whose tasks can travel.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ExecutorSweep {

  @Param public ExecutorKind kind;

  @Param({"GCD_SEED", "FACTORIZE_SEED"})
  public Workload workload;

  @Param({"1", "2"})
  public int workers;

  @Param("NONE")
  public GlobalLock lock;

  @Param("1")
  public int chunk;

  private Mapper mapper;
  private KernelCall call;
  private Terms terms;
  private List<Object> results;

  @Setup(Level.Trial)
  public void open() {
    call = new KernelCall(lock);
    terms = Terms.chunked(chunk);
    mapper = kind.create(workers);
  }

  @TearDown(Level.Invocation)
  public void verify() {
    OffTheClock.check(() -> workload.verify(results));
  }

  @TearDown(Level.Trial)
  public void close() {
    mapper.close();
  }

  @Benchmark
  public List<Object> map() {
    results = mapper.map(call, workload.tasks(), terms);
    return results;
  }
}
