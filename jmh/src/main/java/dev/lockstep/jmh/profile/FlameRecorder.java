/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import one.profiler.AsyncProfiler;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Records the measured iterations of one fork with async-profiler into a JFR file named after the
 * trial: a chunk for each iteration, nothing between them. JMH's own async-profiler support
 * overwrites its output from fork to fork and does not say which engine sampled; a recording does.
 *
 * <p>The init line is {@code GRAPHS,DIRECTORY}, such as {@code cpu+wall,/tmp/flames}. The native
 * library comes out of async-profiler's artifact. A recording has its name once it is whole.
 */
public final class FlameRecorder implements InternalProfiler {

  /** What recordings end in. */
  public static final String ENDING = ".jfr";

  private final Set<Graph> graphs;
  private final Path directory;
  private Path writing;
  private int recorded;

  /**
   * Reads the init line.
   *
   * @throws IllegalArgumentException if it names no graph or no directory
   */
  public FlameRecorder(String initLine) {
    int comma = initLine.indexOf(',');
    if (comma < 1) {
      throw new IllegalArgumentException(
          "Expected GRAPHS,DIRECTORY but found \"" + initLine + "\"");
    }
    graphs = Graph.parse(initLine.substring(0, comma));
    directory = Path.of(initLine.substring(comma + 1));
  }

  @Override
  public String getDescription() {
    return "One async-profiler recording of the measured iterations of one fork";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT) {
      if (recorded == 0) {
        writing = newFile();
      }
      execute(
          "%s,jfr,%s,file=%s"
              .formatted(recorded == 0 ? "start" : "resume", Graph.options(graphs), writing));
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (iteration.getType() == IterationType.MEASUREMENT) {
      execute("stop");
      if (++recorded == iteration.getCount()) {
        keep(directory.resolve(TrialId.of(benchmark) + ENDING));
      }
    }
    return List.of();
  }

  private Path newFile() {
    try {
      return PlainDirectory.forFiles(".recording", directory).resolve("fork" + ENDING);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void keep(Path whole) {
    try {
      Files.move(writing, whole);
      Files.delete(writing.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("The recording could not be moved to " + whole, e);
    }
  }

  static String execute(String command) {
    try {
      return AsyncProfiler.getInstance().execute(command);
    } catch (IOException e) {
      throw new IllegalStateException("async-profiler refused \"" + command + "\"", e);
    }
  }
}
