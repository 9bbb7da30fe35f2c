/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.fanout.Grid;
import dev.lockstep.core.fanout.Io;
import dev.lockstep.core.fanout.Latency;
import dev.lockstep.core.fanout.Life;
import dev.lockstep.core.fanout.Request;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.jmh.profile.OffTheClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Many requests that block, handed over at once: from the first hand-over until all results are
 * there. A pool of w threads needs a latency for every w requests; a thread for each request needs
 * one latency, and what starting the threads costs.
 *
 * <p>A request waits, and computes for so many steps of a kernel, under an emulated interpreter
 * lock if one is wanted. It returns what only it can return, and all results are compared after
 * every shot.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar FanOut -p kind=VIRTUAL,FIXED -p
 * tasks=1000 -p io=SOCKET}. Pipes and connections take two descriptors for each request under way:
 * {@code ulimit -n}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class FanOut {

  /** What a task is. */
  public enum Work {
    /** A request. */
    REQUEST,
    /** A request, and then the rule of the Game of Life for one cell. */
    LIFE
  }

  /** The grid of the book. */
  public static final int BOOK_CELLS = 5 * 9;

  /** A larger one. */
  public static final int MANY_CELLS = 64 * 64;

  private static final long SEED = 56;

  @Param public ExecutorKind kind;

  @Param({"10", "100", "1000", "10000"})
  public int tasks;

  @Param("SLEEP")
  public Io io;

  @Param("10")
  public int ioMillis;

  @Param("0")
  public int cpuTokens;

  @Param("NONE")
  public GlobalLock lock;

  @Param("2")
  public int workers;

  @Param("REQUEST")
  public Work work;

  private Latency latency;
  private Mapper mapper;
  private Request request;
  private List<Integer> numbers;
  private Grid grid;
  private List<Integer> results;
  private Grid next;

  /** Secondary result of each shot. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Tasks {
    /** Whose results were right: always all of them. */
    public long completed;

    @TearDown(Level.Iteration)
    public void settle(FanOut fanOut) {
      OffTheClock.check(() -> completed = fanOut.right());
      if (completed != fanOut.tasks) {
        throw new WrongResultException(
            "%s completed %d of %d tasks".formatted(fanOut.kind, completed, fanOut.tasks));
      }
    }
  }

  @Setup(Level.Trial)
  public void open() throws IOException {
    if (tasks > io.atOnce()) {
      throw new IllegalArgumentException(
          "%d requests by %s at once take more descriptors than this process may have"
              .formatted(tasks, io));
    }
    grid = work == Work.LIFE ? grid(tasks) : null;
    numbers = IntStream.range(0, tasks).boxed().toList();
    mapper = kind.create(workers);
    latency = io.open(Duration.ofMillis(ioMillis));
    request = new Request(latency, cpuTokens, lock);
  }

  private static Grid grid(int cells) {
    return switch (cells) {
      case BOOK_CELLS -> Grid.random(5, 9, SEED);
      case MANY_CELLS -> Grid.random(64, 64, SEED);
      default ->
          throw new IllegalArgumentException(
              "there are grids of %d and of %d cells, not of %d"
                  .formatted(BOOK_CELLS, MANY_CELLS, cells));
    };
  }

  @TearDown(Level.Trial)
  public void close() {
    mapper.close();
    latency.close();
  }

  /** Results of this shot that are right, which are then forgotten. */
  private long right() {
    long right;
    if (work == Work.LIFE) {
      right = next != null && next.equals(Life.next(grid)) ? next.size() : 0;
    } else {
      right = results == null ? 0 : request.right(results);
    }
    next = null;
    results = null;
    return right;
  }

  @Benchmark
  public Object run(Tasks counted) {
    if (work == Work.LIFE) {
      next = Life.step(grid, mapper, request);
      return next;
    }
    results = mapper.map(request, numbers);
    return results;
  }
}
