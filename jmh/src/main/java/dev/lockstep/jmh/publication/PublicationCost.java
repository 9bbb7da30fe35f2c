/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.publication;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.publication.Publication;
import dev.lockstep.core.publication.PublicationKind;
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
 * What it costs one thread to publish a result and to read it back: the object, and the ordering
 * that the kind pays for. Each thread has a publication of its own; whether another thread would
 * see the number is for the stress tests to say.
 *
 * <p>The score holds two operations more on a field of the thread, which are the oracle: they keep
 * any difference between what was published and what was read until the end of the iteration.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar PublicationCost -p kind=VOLATILE}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class PublicationCost {

  @Param public PublicationKind kind;

  Publication publication;
  private int number;
  private int difference;

  @Setup(Level.Trial)
  public void create() {
    publication = kind.create();
  }

  @TearDown(Level.Iteration)
  public void verify() {
    if (difference != 0) {
      throw new WrongResultException(kind + " returned another number than was published");
    }
  }

  @Benchmark
  public Publication publishAndRead() {
    publication.publish(++number);
    difference |= publication.read() ^ number;
    return publication;
  }
}
