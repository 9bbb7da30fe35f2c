/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.profile.OffTheClock;
import java.util.concurrent.TimeUnit;
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
 * The four problems of the queue made by hand in Effective Python item 39, as numbers, beside those
 * of the closable queue of item 55: the same 1000 items through the same three stages, from the
 * first put until the caller knows that all is done. "Processed 1000 items after polling 3027
 * times", says the book.
 *
 * <ol>
 *   <li>Looking for work that is not there: {@code emptyPolls} of {@code polls} during the pass,
 *       and {@code idlePolls} and {@code idleCpuMicros} of the workers' own CPU time in {@code
 *       idleMillis} with nothing to do.
 *   <li>Learning late that all is done: {@code lagMicros} after the end of the last item.
 *   <li>No way to tell a worker to stop: {@code workersLeft} when its caller has done all it can.
 *   <li>No bound: {@code maxDepth}, the most items that wait for a middle stage which takes 1 ms,
 *       while 1000 are put as fast as possible. The closable queue has room for 16 then, so its
 *       producer is held back; what it could not put in a quarter of a second it leaves.
 * </ol>
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar HandMade}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
public class HandMade {

  private static final int IDLE_MILLIS = 200;

  @Param({"POLLING", "CLOSABLE"})
  public QueueKind queue;

  private Exhibit exhibit;
  private long idlePolls;
  private long idleNanos;
  private long idleCpuNanos;

  /** Secondary results of a shot. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Problems {
    /** Attempts to take an item during the pass. */
    public long polls;

    /** Those of them that found none. */
    public long emptyPolls;

    /** From the end of the last item until the caller knew of it. */
    public long lagMicros;

    /** Attempts to take an item while there was none. */
    public long idlePolls;

    /** What these cost: CPU time of the workers. */
    public long idleCpuMicros;

    /** How long that was watched. */
    public long idleMillis;

    /** Workers that are running although all is done. */
    public long workersLeft;

    /** The most items that waited for the slow stage. */
    public long maxDepth;

    @TearDown(Level.Iteration)
    public void settle(HandMade shot) throws InterruptedException {
      OffTheClock.around(() -> count(shot));
    }

    private void count(HandMade shot) throws InterruptedException {
      Exhibit exhibit = shot.exhibit;
      polls = exhibit.polls() - shot.idlePolls;
      emptyPolls = polls - exhibit.takes();
      lagMicros = exhibit.lagNanos() / 1000;
      idlePolls = shot.idlePolls;
      idleCpuMicros = shot.idleCpuNanos / 1000;
      idleMillis = shot.idleNanos / 1_000_000;
      workersLeft = exhibit.workersLeft();
      exhibit.end();
      Exhibit slow = Exhibit.slow(shot.queue);
      try {
        maxDepth = slow.fill();
      } finally {
        slow.end();
      }
      if (exhibit.results() != Course.ITEMS || emptyPolls < 0) {
        throw new WrongResultException(
            "%s: %d items went in, %d came out, polled %d times"
                .formatted(shot.queue, Course.ITEMS, exhibit.results(), polls));
      }
    }
  }

  @Setup(Level.Iteration)
  public void idle() throws InterruptedException {
    OffTheClock.around(this::watchIdle);
  }

  private void watchIdle() throws InterruptedException {
    exhibit = Exhibit.fast(queue);
    long start = System.nanoTime();
    long cpu = exhibit.cpuNanos();
    Thread.sleep(IDLE_MILLIS);
    idleCpuNanos = exhibit.cpuNanos() - cpu;
    idleNanos = System.nanoTime() - start;
    idlePolls = exhibit.polls();
  }

  @Benchmark
  public Object run(Problems problems) throws InterruptedException {
    exhibit.pass();
    return exhibit;
  }
}
