/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.link;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.link.Link;
import dev.lockstep.core.link.LinkKind;
import java.util.concurrent.ThreadFactory;
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
 * What it costs to send a value through a chain of parties and to get the answer back: twice the
 * depth hand-overs, each of which wakes one party while another goes to sleep. A generator does the
 * same by a call and a return.
 *
 * <p>Every party adds one to the answer, so a value that got lost, or came back by a shorter way,
 * is found out.
 *
 * <p>Where the parties are virtual threads, so is the caller, through the profiler that sets up all
 * forks of this suite: else every first hand-over would be one between unlike threads.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar Handoff -p kind=PARK -p depth=1 -p
 * thread=VIRTUAL}. CALL and PIPE have no threads: {@code thread=NONE}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class Handoff {

  /** What the parties run on. */
  public enum On {
    PLATFORM,
    VIRTUAL,
    /** No thread of this JVM. */
    NONE;

    private ThreadFactory threads() {
      return this == VIRTUAL
          ? Thread.ofVirtual().name("party-", 1).factory()
          : Thread.ofPlatform().daemon().name("party-", 1).factory();
    }
  }

  @Param public LinkKind kind;

  @Param({"1", "10", "100"})
  public int depth;

  @Param({"PLATFORM", "VIRTUAL", "NONE"})
  public On thread;

  private Link link;
  private int value;
  private long wrong;

  @Setup(Level.Trial)
  public void open() {
    if (kind.threads() == (thread == On.NONE)) {
      throw new IllegalArgumentException(
          "%s on %s means nothing: leave it out".formatted(kind, thread));
    }
    if (kind.threads() && Thread.currentThread().isVirtual() != (thread == On.VIRTUAL)) {
      throw new IllegalStateException(
          "the caller is no thread like the parties: -Djmh.executor=VIRTUAL for virtual ones");
    }
    link = kind.create(depth, thread.threads(), number -> number);
  }

  @TearDown(Level.Iteration)
  public void verify() {
    if (wrong != 0) {
      throw new WrongResultException(
          "%s gave %d wrong answers through %d parties".formatted(kind, wrong, depth));
    }
  }

  @TearDown(Level.Trial)
  public void close() {
    link.close();
  }

  @Benchmark
  public int roundTrip() throws InterruptedException {
    int answer = link.roundTrip(++value);
    if (answer != value + depth) {
      wrong++;
    }
    return answer;
  }
}
