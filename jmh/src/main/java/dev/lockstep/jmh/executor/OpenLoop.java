/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.profile.Latencies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
 * How long a request takes that arrives whether or not others have been served: through an
 * executor, or through a queue with workers behind it. A loop that sends the next request when the
 * last is back never sees a backlog; this one does, from the moment at which a request was to
 * arrive ({@link Schedule}).
 *
 * <p>The rate is in requests a second and the same for all kinds and machines, so that figures are
 * of the same load; each request computes for some fifty microseconds. Where that is more than a
 * kind can do, the rate that it kept is less than the one that was asked for.
 *
 * <p>The score, the time of a whole shot, says nothing. HOW TO RUN: {@code java -jar
 * jmh/target/benchmarks.jar OpenLoop -p kind=FIXED -p workers=2 -prof
 * dev.lockstep.jmh.profile.Latencies}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "--enable-preview")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class OpenLoop {

  /** Who sends a request waits until it is served, so that as many can be under way. */
  private static final int SENDERS = 16;

  private static final int CAPACITY = 256;
  private static final long EVERY_NANOS = 100_000;
  private static final long LEAD_NANOS = 5_000_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  /** Requests that wait for their answer in a call of an executor. */
  @State(Scope.Benchmark)
  public static class Pool {

    @Param public ExecutorKind kind;

    @Param({"2000", "8000"})
    public int rate;

    @Param("2000")
    public int arrivals;

    @Param("2")
    public int workers;

    private Mapper mapper;
    private Schedule schedule;

    @Setup(Level.Trial)
    public void open() {
      mapper = kind.create(workers);
    }

    @TearDown(Level.Iteration)
    public void verify() {
      schedule.verify(kind);
      Latencies.arrivals(schedule.latencies(), rate, schedule.kept());
    }

    @TearDown(Level.Trial)
    public void close() {
      mapper.close();
    }

    private void send(Schedule to) {
      for (int number; (number = to.await()) >= 0; ) {
        to.answered(number, mapper.map(KernelCall.FREE, List.of(Schedule.task(number))).getFirst());
      }
    }
  }

  /** A request on its way through a queue. */
  private record Arrival(Schedule schedule, int number) {
    private static final Arrival END = new Arrival(null, -1);
  }

  /** Requests that workers take from a queue. */
  @State(Scope.Benchmark)
  public static class Queue {

    @Param public QueueKind kind;

    @Param({"2000", "8000"})
    public int rate;

    @Param("2000")
    public int arrivals;

    @Param("2")
    public int workers;

    private final List<Thread> threads = new ArrayList<>();
    private Channel<Arrival> channel;
    private Schedule schedule;

    @Setup(Level.Trial)
    public void open() {
      channel = kind.create(kind.bounds().nearest(CAPACITY));
      for (int i = 0; i < workers; i++) {
        threads.add(Thread.ofPlatform().daemon().name("worker-" + i).start(this::work));
      }
    }

    @TearDown(Level.Iteration)
    public void verify() {
      schedule.verify(kind);
      Latencies.arrivals(schedule.latencies(), rate, schedule.kept());
    }

    @TearDown(Level.Trial)
    public void close() throws InterruptedException {
      for (Thread _ : threads) {
        channel.put(Arrival.END);
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }

    private void work() {
      try {
        Arrival each = channel.take();
        while (each.number >= 0) {
          each.schedule.serve(each.number);
          each = channel.take();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts a worker", e);
      }
    }

    private void send(Schedule to) throws InterruptedException {
      for (int number; (number = to.await()) >= 0; ) {
        channel.put(new Arrival(to, number));
      }
      long patience = System.nanoTime() + PATIENCE_NANOS;
      while (!to.isDone() && patience - System.nanoTime() > 0) {
        LockSupport.parkNanos(EVERY_NANOS);
      }
    }
  }

  @Benchmark
  public Object pool(Pool pool) throws InterruptedException {
    Schedule schedule = schedule(pool.arrivals, pool.rate);
    pool.schedule = schedule;
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(
          Thread.ofPlatform().daemon().name("sender-" + i).start(() -> pool.send(schedule)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    return schedule;
  }

  @Benchmark
  public Object queue(Queue queue) throws InterruptedException {
    queue.schedule = schedule(queue.arrivals, queue.rate);
    queue.send(queue.schedule);
    return queue.schedule;
  }

  /** It begins when all threads are there. */
  private static Schedule schedule(int arrivals, int rate) {
    return new Schedule(arrivals, rate, System.nanoTime() + LEAD_NANOS);
  }
}
