/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.kernel;

import dev.lockstep.core.kernel.Kernel;
import dev.lockstep.core.kernel.KernelKind;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.jmh.profile.OffTheClock;
import dev.lockstep.jmh.profile.Untimed;
import java.util.ArrayList;
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
 * What the seeds' two functions cost on one thread, by algorithm and engine: {@code run} computes
 * the seed's four inputs one after the other, {@code call} the smallest input there is, so that
 * nothing remains but the way there. A kernel that this JVM or machine cannot run fails with the
 * reason.
 *
 * <p>Every result of {@code run} is compared with the oracle, and of {@code call} the last one of
 * each iteration, outside the measured time.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar KernelCost -p kind=LOOP,VECTOR -p
 * function=GCD}.
 */
@State(Scope.Thread)
@Threads(1)
@Fork(
    value = 3,
    jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class KernelCost {

  @Param public KernelKind kind;

  @Param public Function function;

  private int one = 1;
  Kernel kernel;
  private List<Task<?>> tasks;

  @Setup(Level.Trial)
  public void open() {
    kernel = kind.kernel();
    tasks = function.inputs().tasks();
  }

  /** Of {@code run}: one operation takes milliseconds, so each can be checked. */
  @State(Scope.Thread)
  public static class Results {

    KernelCost cost;
    List<Object> results;

    @Setup(Level.Trial)
    public void open(KernelCost cost) {
      this.cost = cost;
    }

    @TearDown(Level.Invocation)
    public void verify() {
      OffTheClock.check(() -> cost.verify(results));
    }
  }

  /** Of {@code call}: one operation takes nanoseconds, so the last one is checked. */
  @State(Scope.Thread)
  public static class Result {

    KernelCost cost;
    Object result;

    @Setup(Level.Trial)
    public void open(KernelCost cost) {
      this.cost = cost;
    }

    @TearDown(Level.Iteration)
    public void verify() {
      cost.verifySmallest(result);
    }
  }

  @Untimed
  void verify(List<Object> results) {
    try {
      function.inputs().verify(results);
    } catch (WrongResultException e) {
      throw new WrongResultException(kind + ", " + e.getMessage());
    }
  }

  @Untimed
  void verifySmallest(Object result) {
    if (!function.smallest().equals(result)) {
      throw new WrongResultException(
          "%s, %s of 1 returned %s instead of %s"
              .formatted(kind, function, result, function.smallest()));
    }
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public List<Object> run(Results state) {
    List<Object> results = new ArrayList<>(tasks.size());
    for (Task<?> task : tasks) {
      results.add(Function.run(kernel, task));
    }
    state.results = results;
    return results;
  }

  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public Object call(Result state) {
    Object result = function.call(kernel, one);
    state.result = result;
    return result;
  }
}
