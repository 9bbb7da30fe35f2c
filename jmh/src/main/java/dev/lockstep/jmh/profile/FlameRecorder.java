/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import one.profiler.AsyncProfiler;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Records the measured iterations of one fork with async-profiler into a JFR file named after the
 * trial. JMH's own async-profiler support overwrites its output from fork to fork and does not say
 * which engine sampled; a recording does.
 *
 * <p>The init line is {@code EVENT,DIRECTORY}. The native library comes out of async-profiler's
 * artifact.
 */
public final class FlameRecorder implements InternalProfiler {

  /** Short enough for half a second of measurement to give some hundred samples on each CPU. */
  private static final String INTERVAL = "1ms";

  /** What recordings end in. */
  public static final String ENDING = ".jfr";

  private final String event;
  private final Path directory;
  private int recorded;

  public FlameRecorder(String initLine) {
    int comma = initLine.indexOf(',');
    if (comma < 1) {
      throw new IllegalArgumentException("Expected EVENT,DIRECTORY but found \"" + initLine + "\"");
    }
    event = initLine.substring(0, comma);
    directory = Path.of(initLine.substring(comma + 1));
  }

  @Override
  public String getDescription() {
    return "One async-profiler recording of the measured iterations of one fork";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT && recorded == 0) {
      Path file = file(directory, benchmark);
      execute("start,jfr,event=%s,interval=%s,file=%s".formatted(event, INTERVAL, file));
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() == IterationType.MEASUREMENT && ++recorded == iteration.getCount()) {
      execute("stop,file=" + file(directory, benchmark));
    }
    return List.of();
  }

  /** Where a trial's recording lies. */
  private static Path file(Path directory, BenchmarkParams benchmark) {
    return directory.resolve(TrialId.of(benchmark) + ENDING);
  }

  static String execute(String command) {
    try {
      return AsyncProfiler.getInstance().execute(command);
    } catch (IOException e) {
      throw new IllegalStateException("async-profiler refused \"" + command + "\"", e);
    }
  }
}
