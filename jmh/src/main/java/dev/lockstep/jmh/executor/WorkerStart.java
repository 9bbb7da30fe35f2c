/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.process.Archive;
import dev.lockstep.core.process.Options;
import dev.lockstep.core.process.ProcessPool;
import dev.lockstep.jmh.profile.OffTheClock;
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
 * From starting one worker process until its first answer, by what its JVM finds prepared. Making
 * the archive is not in it: that is done once for a class path, before.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar WorkerStart}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 1)
@Measurement(iterations = 10)
public class WorkerStart {

  @Param public Archive archive;

  private ProcessPool pool;
  private Object answer;

  @Setup(Level.Trial)
  public void prepare() {
    archive
        .prepare()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
  }

  @TearDown(Level.Invocation)
  public void verifyAndClose() {
    OffTheClock.around(pool::close);
    if (!answer.equals(1)) {
      throw new WrongResultException("a new worker answered " + answer + " instead of 1");
    }
  }

  @Benchmark
  public Object start() {
    pool = new ProcessPool(1, Options.DEFAULT.with(archive));
    answer = pool.submit(KernelCall.FREE, new Task.Gcd(1, 1)).join();
    return answer;
  }
}
