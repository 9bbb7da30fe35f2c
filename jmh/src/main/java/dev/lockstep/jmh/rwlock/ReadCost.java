/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.rwlock;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.rwlock.ReadWrite;
import dev.lockstep.core.rwlock.ReadWriteKind;
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
 * What one read of two fields costs under a lock that readers share, by kind and by readers, with
 * and without a writer. Readers that count themselves in and out write to one word; a reader that
 * takes nothing writes nothing, until a writer makes it read again.
 *
 * <p>The score holds the read and one operation on a field of the reader, which is the oracle: a
 * read that saw half of a write fails the benchmark. The writer is a thread beside those of JMH,
 * which writes, pauses for a hundred spin hints and writes again; its own cost is in no score.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar ReadCost -p kind=OPTIMISTIC -p
 * writer=true}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class ReadCost {

  private static final int PAUSE = 100;

  @Param public ReadWriteKind kind;

  /** Whether somebody writes meanwhile. */
  @Param({"false", "true"})
  public boolean writer;

  ReadWrite lock;
  int x;
  int y;
  private Thread beside;
  private volatile boolean isOver;

  @Setup(Level.Trial)
  public void create() {
    lock = kind.create();
  }

  @Setup(Level.Iteration)
  public void begin() {
    isOver = false;
    if (writer) {
      beside = Thread.ofPlatform().daemon().name("writer").start(this::writeAgainAndAgain);
    }
  }

  @TearDown(Level.Iteration)
  public void end() throws InterruptedException {
    isOver = true;
    if (writer) {
      beside.join();
    }
  }

  private void writeAgainAndAgain() {
    while (!isOver) {
      write();
      for (int i = 0; i < PAUSE; i++) {
        Thread.onSpinWait();
      }
    }
  }

  void write() {
    lock.write(
        () -> {
          x++;
          y++;
        });
  }

  /** One reader. */
  @State(Scope.Thread)
  public static class Reader {
    private long difference;

    @TearDown(Level.Iteration)
    public void verify(ReadCost cost) {
      if (difference != 0) {
        throw new WrongResultException(cost.kind + " let a reader see half of a write");
      }
    }
  }

  @Benchmark
  public void read(Reader reader) {
    reader.difference |= lock.read(() -> x ^ y);
  }
}
