/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.kernel;

import dev.lockstep.core.kernel.KernelKind;
import dev.lockstep.core.kernel.VectorEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * As many divisions as {@link KernelCost#run} tries numbers, and nothing else, in the same vectors:
 * how fast the divider alone would let the kernel be. The ratio of the two scores is the share of
 * the divider's throughput that the kernel reaches.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar DividerBound}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class DividerBound {

  @Param("VECTOR")
  public KernelKind kind;

  @Param public Function function;

  private VectorEngine.Divider divider;
  private int count;

  @Setup
  public void open() {
    kind.kernel();
    divider = VectorEngine.divider();
    count = Math.toIntExact(Math.ceilDiv(function.inputs().cost(), divider.lanes()));
  }

  @Benchmark
  public float divide() {
    return divider.divide(count);
  }
}
