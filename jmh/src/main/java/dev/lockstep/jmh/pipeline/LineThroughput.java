/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.pipeline.QueueLine;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.profile.OffTheClock;
import java.util.List;
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
 * {@link PipelineThroughput} for whatever one may write instead of a pipeline of queues: the same
 * items, stages and checks.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar LineThroughput -p
 * kind=QUEUES,DIRECT,DISRUPTOR -p capacity=256}. MAP_CONCURRENT and SERIAL have capacity 0 only,
 * VIRTUAL_PER_ITEM only UNBOUNDED, DISRUPTOR any but that.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class LineThroughput {

  @Param public PipelineKind kind;

  @Param("1/1/1")
  public String layout;

  @Param("256")
  public String capacity;

  @Param("0/0/0")
  public String latencyMicros;

  private Line<Integer> line;
  private Course course;

  @Setup(Level.Trial)
  public void open() {
    line = kind.create(Course.capacity(capacity), stations());
    course = new Course(kind, line);
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
            close();
            count(counts);
          });
    }
  }

  void count(Counts counts) throws InterruptedException {
    try (Line<Integer> watched =
        kind == PipelineKind.QUEUES
            ? QueueLine.watched(QueueKind.CLOSABLE, Course.capacity(capacity), stations(), null)
            : kind.create(Course.capacity(capacity), stations())) {
      Course counted = new Course(kind, watched);
      counted.passForAWhile();
      counts.settle(counted.tally());
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    line.close();
  }

  @Benchmark
  @OperationsPerInvocation(Course.ITEMS)
  public List<Integer> run() throws InterruptedException {
    return course.pass();
  }
}
