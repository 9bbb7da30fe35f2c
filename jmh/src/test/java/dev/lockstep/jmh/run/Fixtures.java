/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.jmh.profile.OffTheClock;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Benchmarks that go wrong in every way that a run must survive, and one that does not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Fixtures {

  private double x = 2;

  @Benchmark
  public double sound() {
    x = Math.sin(x) + 2;
    return x;
  }

  @Benchmark
  public void throwing() {
    throw new IllegalArgumentException("this benchmark throws");
  }

  @Benchmark
  public void killed() {
    ProcessHandle.of(ProcessHandle.current().pid())
        .ifPresent(
            self -> {
              try {
                new ProcessBuilder("kill", "-9", String.valueOf(self.pid())).start().waitFor();
              } catch (java.io.IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** Neither ends nor cares for interrupts. */
  @Benchmark
  public void hanging() {
    while (x < Double.POSITIVE_INFINITY) {
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }

  /** One that takes longer to set up and to check than to measure, and has another thread at it. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public static class Checked {
    private double x = 2;

    @Setup(Level.Iteration)
    public void prepare() {
      burn();
    }

    @TearDown(Level.Iteration)
    public void check() throws InterruptedException {
      Thread aside = Thread.ofPlatform().start(Checked::aside);
      burn();
      aside.join();
    }

    @Benchmark
    public double sound() {
      x = Math.sin(x) + 2;
      return x;
    }

    static void aside() {
      burn();
    }

    private static void burn() {
      long end = System.nanoTime() + 100_000_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }
  }

  /** A benchmark whose answer is wrong. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public static class Wrong {

    @TearDown(Level.Iteration)
    public void verify() {
      throw new WrongResultException("1 + 1 returned 3 instead of 2");
    }

    @Benchmark
    public int add() {
      return 3;
    }
  }

  /** CPU time of the checks of two benchmarks that do next to nothing else. */
  static final long CHECK_NANOS = 4_000_000;

  private static void burn() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + CHECK_NANOS;
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** Says of its check that it is one. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public static class Marked {

    @TearDown(Level.Invocation)
    public void verify() {
      OffTheClock.check(Fixtures::burn);
    }

    @Benchmark
    public int add() {
      return 2;
    }
  }

  /** Does not. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public static class Unmarked {

    @TearDown(Level.Invocation)
    public void verify() {
      burn();
    }

    @Benchmark
    public int add() {
      return 2;
    }
  }

  /** A benchmark with a parameter. */
  @State(Scope.Thread)
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public static class Parameterized {

    @Param({"1", "2"})
    public int n;

    @Benchmark
    public int twice() {
      return 2 * n;
    }
  }
}
