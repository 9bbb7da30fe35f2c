/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.unit;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.unit.Unit;
import dev.lockstep.core.unit.UnitKind;
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
 * What it costs to start something for a piece of work of next to nothing, and to wait for its end:
 * from a method call over threads to another JVM, five orders of magnitude.
 *
 * <p>The work counts. A kind that shares memory must have counted every start by the end of each
 * iteration, and a process, which cannot, must have ended with status 0.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar SpawnCost -p kind=VIRTUAL,PLATFORM}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class SpawnCost {

  @Param public UnitKind kind;

  private Unit unit;
  private Runnable work;
  private long started;
  private long done;

  @Setup(Level.Trial)
  public void open() {
    unit = kind.create();
    work = () -> done++;
  }

  @TearDown(Level.Iteration)
  public void verify() {
    long expected = kind.sharesMemory() ? started : 0;
    if (done != expected) {
      throw new WrongResultException(
          "%s did its work %d times instead of %d".formatted(kind, done, expected));
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    unit.close();
  }

  /** Does the work once more than it was started: what verification has to find out. */
  void again() {
    work.run();
  }

  /** Returns what the work has left, so that a call cannot be folded away. */
  @Benchmark
  public long spawn() throws InterruptedException {
    unit.run(work);
    started++;
    return done;
  }
}
