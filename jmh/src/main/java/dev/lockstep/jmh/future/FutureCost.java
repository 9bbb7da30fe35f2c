/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.future;

import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.future.Promise;
import dev.lockstep.core.kernel.WrongResultException;
import java.util.concurrent.ExecutionException;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a promise costs a thread that makes it, completes it and gets the value: the construct
 * alone, without the executor that usually runs the work and without anybody who waits.
 *
 * <p>The score holds two operations more on a field of the thread, which are the oracle: they keep
 * any difference between the value that was promised and the one that was got until the end of the
 * iteration.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar FutureCost -p kind=FUTURE_TASK}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class FutureCost {

  @Param public FutureKind kind;

  private int value;
  int difference;

  @TearDown(Level.Iteration)
  public void verify() {
    if (difference != 0) {
      throw new WrongResultException(kind + " returned another value than it was completed with");
    }
  }

  @Benchmark
  public Promise completeAndGet() throws InterruptedException, ExecutionException {
    Promise promise = kind.create();
    boolean completed = promise.complete(++value);
    difference |= completed ? promise.get() ^ value : -1;
    return promise;
  }
}
