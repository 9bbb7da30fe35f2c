/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.counter;

import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.counter.Counter;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.kernel.WrongResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
 * The experiment of Effective Python item 38 (54 in the second edition): five threads add 100,000
 * readings each to one counter, with and without a barrier at the start. "Counter should be 500000,
 * found 249414", says the book.
 *
 * <p>It illustrates and proves nothing: without the barrier a thread is often done before the next
 * has started, and the JIT may fold the plain loop into one addition. The proof is the stress test
 * CounterRace. Each iteration is one shot on a new counter. The first shots are a warm-up: what
 * they took would say more about loading and compiling classes than about counting.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar FiveSensors -p kind=VOLATILE}, and look
 * at {@code lost}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(3)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class FiveSensors {

  private static final int SENSORS = 5;
  private static final int READINGS = 100_000;

  @Param public CounterKind kind;

  @Param({"true", "false"})
  public boolean startBarrier;

  private Counter counter;

  @Setup(Level.Iteration)
  public void reset() {
    counter = kind.create();
  }

  /** Secondary results of each shot. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Updates {
    /** Readings that were taken: always 500,000. */
    public long expected;

    /** Readings that the counter does not hold. */
    public long lost;

    @TearDown(Level.Iteration)
    public void settle(FiveSensors experiment) {
      expected = (long) SENSORS * READINGS;
      lost = expected - experiment.counter.value();
      boolean exact = experiment.kind.guarantee() == Guarantee.EXACT;
      if (lost < 0 || (exact && lost != 0)) {
        throw new WrongResultException(
            "%s should be %d, found %d"
                .formatted(experiment.kind, expected, experiment.counter.value()));
      }
    }
  }

  /** Returns the counter, so that no increment is dead code. */
  @Benchmark
  public Counter run(Updates updates) throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(SENSORS);
    List<FutureTask<?>> sensors = new ArrayList<>(SENSORS);
    for (int sensor = 0; sensor < SENSORS; sensor++) {
      FutureTask<Void> task = new FutureTask<>(() -> read(start));
      Thread.ofPlatform().name("sensor-" + sensor).start(task);
      sensors.add(task);
    }
    for (FutureTask<?> sensor : sensors) {
      sensor.get();
    }
    return counter;
  }

  /** A sensor that fails must fail the shot: its missing readings would look like lost updates. */
  private Void read(CyclicBarrier start) throws Exception {
    if (startBarrier) {
      start.await(10, TimeUnit.SECONDS);
    }
    Counter view = counter.local();
    for (int reading = 0; reading < READINGS; reading++) {
      view.increment(1);
    }
    return null;
  }
}
