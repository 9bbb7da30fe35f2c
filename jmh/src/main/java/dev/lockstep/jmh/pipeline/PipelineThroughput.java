/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import dev.lockstep.core.pipeline.QueueLine;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.profile.OffTheClock;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;

/**
 * The run of Effective Python item 55 over every queue: 1000 items through three stages that return
 * what they get, or wait at each item. The workers live for a trial; an operation is one item,
 * measured from the first put of a thousand until the last of them is out.
 *
 * <p>Without latency this is the price of the queues, and a plain loop would be faster. With
 * latency the stages overlap: 3/4/5 workers take a third to a fifth of the time of 1/1/1. What the
 * workers count is counted after the last iteration, in a line of the same kind that is not timed.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar PipelineThroughput -p
 * queue=CLOSABLE,LINKED_BLOCKING -p capacity=16}. SYNCHRONOUS has capacity 0 and no other, and not
 * every queue can be unbounded, or bounded; ARRAY_DEQUE loses items and is refused.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PipelineThroughput {

  @Param public QueueKind queue;

  @Param("1/1/1")
  public String layout;

  @Param("UNBOUNDED")
  public String capacity;

  @Param("0/0/0")
  public String latencyMicros;

  @Param("PLATFORM")
  public Kind thread;

  private QueueLine<Integer> line;
  private Course course;

  /** What the workers are. */
  public enum Kind {
    /** Threads of the operating system. */
    PLATFORM,
    /** Threads of the JVM. */
    VIRTUAL;

    ThreadFactory factory() {
      return this == VIRTUAL
          ? Thread.ofVirtual().name("stage-", 1).factory()
          : Thread.ofPlatform().daemon().name("stage-", 1).factory();
    }
  }

  @Setup(Level.Trial)
  public void open() {
    line = new QueueLine<>(queue, Course.capacity(capacity), stations(), thread.factory());
    course = new Course(queue, line);
  }

  private List<Station<Integer>> stations() {
    return Course.stations(layout, latencyMicros);
  }

  @TearDown(Level.Invocation)
  public void verify() {
    OffTheClock.check(course::verify);
  }

  @TearDown(Level.Iteration)
  public void end(Counts counts, BenchmarkParams trial, IterationParams iteration)
      throws InterruptedException {
    if (course.ended(iteration.getType(), trial.getMeasurement().getCount())) {
      OffTheClock.around(
          () -> {
            close(); // workers that look for work again and again would be in the way
            count(counts);
          });
    }
  }

  void count(Counts counts) throws InterruptedException {
    try (QueueLine<Integer> watched =
        QueueLine.watched(queue, Course.capacity(capacity), stations(), thread.factory())) {
      Course counted = new Course(queue, watched);
      counted.passForAWhile();
      counts.settle(counted.tally());
      watched.finish();
      counted.verifyStatistics();
    }
  }

  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    try {
      line.finish();
      course.verifyStatistics();
    } finally {
      line.close();
    }
  }

  @Benchmark
  @OperationsPerInvocation(Course.ITEMS)
  public List<Integer> run() throws InterruptedException {
    return course.pass();
  }
}
