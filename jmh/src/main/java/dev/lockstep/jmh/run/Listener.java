/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Takes the place of JMH's console: keeps the warm-up series, which JMH's results do not hold, and
 * what JMH and the fork said, for when something goes wrong.
 */
final class Listener implements OutputFormat {

  private final List<Double> warmup = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  List<Double> warmup() {
    return List.copyOf(warmup);
  }

  /** Everything that was printed. */
  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void iterationResult(
      BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
    if (params.getType() == IterationType.WARMUP) {
      warmup.add(data.getPrimaryResult().getScore());
    }
  }

  @Override
  public void print(String text) {
    said.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void println(String line) {
    print(line + "\n");
  }

  @Override
  public void verbosePrintln(String line) {
    println(line);
  }

  @Override
  public void write(int one) {
    said.write(one);
  }

  @Override
  public void write(byte[] bytes) {
    said.writeBytes(bytes);
  }

  @Override
  public void iteration(BenchmarkParams benchmark, IterationParams params, int iteration) {}

  @Override
  public void startBenchmark(BenchmarkParams benchmark) {}

  @Override
  public void endBenchmark(BenchmarkResult result) {}

  @Override
  public void startRun() {}

  @Override
  public void endRun(Collection<RunResult> results) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
