/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.sync;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.sync.Signal;
import dev.lockstep.core.sync.SyncKind;
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
 * What a signal costs a thread that makes it, sends it to itself and finds it sent: the mechanism
 * alone. Nobody is woken, which would cost thousands of times as much and tell more about the
 * operating system than about the construct.
 *
 * <p>A thread that is still interrupted after the wait has not heard its signal, and fails the
 * benchmark. BARRIER is refused: one thread alone never passes a barrier of two.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar SignalCost -p kind=LATCH,PARK}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class SignalCost {

  @Param public SyncKind kind;

  @Setup(Level.Trial)
  public void check() {
    if (kind == SyncKind.BARRIER) {
      throw new IllegalArgumentException(
          "BARRIER makes the sender wait for another thread, and here is only one: leave it out");
    }
  }

  /**
   * A status that was left set is there until somebody clears it: after the last signal is enough.
   */
  @TearDown(Level.Iteration)
  public void verify() {
    if (Thread.interrupted()) {
      throw new WrongResultException(kind + " left its thread interrupted after the wait");
    }
  }

  /** Returns the signal, so that it is really made. */
  @Benchmark
  public Signal sendAndAwait() throws InterruptedException {
    Signal signal = kind.create();
    signal.send(Thread.currentThread());
    signal.await();
    return signal;
  }
}
