/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.run.Budget;
import dev.lockstep.run.Json;
import dev.lockstep.run.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The seeds' own language on the seeds' own inputs: runs {@code seeds.py} with the {@code python3}
 * of this machine, in the same run as the benchmarks, so that ratios and not two machines are
 * compared. As a trial has forks, this has processes, in rounds with them; each runs every list
 * once in each way.
 *
 * @param processes below three there is no interval
 * @param batches figures of one process of the round trip to a worker process
 */
record CPython(int processes, int batches) {

  /** The file in the run directory. */
  static final String FILE = "cpython.json";

  private static final String COMMAND = "python3";
  private static final String PROGRAM = "seeds.py";
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int BATCH = 200;

  /**
   * What a shell, or a version switcher's stand-in, ends with where the real program is missing.
   */
  private static final int NOT_FOUND = 127;

  /** As many as the notes send, and so many that a fast pipeline takes a time worth measuring. */
  private static final int ITEMS = 1000;

  private static final int MANY_ITEMS = 5000;

  /**
   * {@code cpython.json}.
   *
   * @param status {@code MEASURED}, {@code MISSING} if there is no {@code python3}, {@code FAILED},
   *     or {@code NOT_REACHED} by the budget
   * @param gil whether that Python has a global interpreter lock
   * @param roundTrips microseconds from submitting a task that does nothing to a worker process
   *     until its result is there; one figure per batch
   * @param pipelines the two of the notes
   */
  record Measured(
      int schema,
      String status,
      String why,
      String version,
      boolean gil,
      double seconds,
      List<Way> results,
      List<Double> roundTrips,
      List<Pipeline> pipelines) {

    static Measured none(String status, String why) {
      return new Measured(1, status, why, null, false, 0, List.of(), List.of(), List.of());
    }

    /** How many processes it is of. */
    int processes() {
      return results.isEmpty() ? 0 : results.getFirst().seconds.size();
    }

    /** This and one process more; what has failed once has failed. */
    Measured and(Measured more) {
      if (!more.status.equals("MEASURED")) {
        return more;
      }
      List<Way> ways = new ArrayList<>();
      for (int i = 0; i < results.size(); i++) {
        Way way = results.get(i);
        ways.add(
            new Way(
                way.workload,
                way.way,
                way.workers,
                joined(way.seconds, more.results.get(i).seconds)));
      }
      List<Pipeline> lines = new ArrayList<>(pipelines);
      for (int i = 0; i < more.pipelines.size(); i++) {
        Pipeline line = lines.get(i);
        lines.set(
            i,
            new Pipeline(
                line.queue,
                line.workers,
                line.items,
                joined(line.seconds, more.pipelines.get(i).seconds)));
      }
      double sum = Math.round((seconds + more.seconds) * 100) / 100.0;
      return new Measured(
          1, status, why, version, gil, sum, ways, joined(roundTrips, more.roundTrips), lines);
    }

    private static List<Double> joined(List<Double> one, List<Double> other) {
      return Stream.concat(one.stream(), other.stream()).toList();
    }
  }

  static Measured notReached(Budget budget) {
    return Measured.none(
        "NOT_REACHED",
        "The budget of %s did not pay for CPython; give more with -Dbudget.".formatted(budget));
  }

  /** One list run in one way; one figure of each process, in seconds. */
  record Way(String workload, String way, int workers, List<Double> seconds) {}

  /**
   * Items through three stages that return what they get, from making the queues until all are
   * known to be done.
   *
   * @param queue {@code CLOSABLE}, or {@code POLLING} for the one made by hand
   * @param workers of each stage
   * @param seconds one figure per repetition, for all items
   */
  record Pipeline(String queue, List<Integer> workers, int items, List<Double> seconds) {}

  private record Order(
      int workers, int batches, int batch, Map<String, Work> work, List<PipelineOrder> pipelines) {}

  private record PipelineOrder(String queue, int items) {}

  private record Work(List<?> inputs, List<?> expected) {}

  private record Answer(
      String version,
      boolean gil,
      List<Way> results,
      List<Double> roundTrips,
      List<Pipeline> pipelines) {}

  /**
   * Runs the program in one process; whatever goes wrong is in what is returned.
   *
   * @param first whether it is to run what more processes would not tell better, too: the pipeline
   *     made by hand, which sleeps for most of its time
   */
  Measured measure(int workers, boolean first) throws IOException, InterruptedException {
    return measure(COMMAND, workers, first);
  }

  Measured measure(String command, int workers, boolean first)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("lockstep-python");
    try {
      Path program = directory.resolve(PROGRAM);
      try (InputStream in = CPython.class.getResourceAsStream(PROGRAM)) {
        Files.copy(in, program);
      }
      return measure(command, directory, program, order(workers, first));
    } finally {
      try (var files = Files.list(directory)) {
        files.forEach(CPython::delete);
      }
      Files.delete(directory);
    }
  }

  private Measured measure(String command, Path directory, Path program, Order order)
      throws IOException, InterruptedException {
    Path answer = directory.resolve("answer.json");
    Path said = directory.resolve("said.txt");
    long start = System.nanoTime();
    Process python;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command, program.toString())
              .redirectOutput(answer.toFile())
              .redirectError(said.toFile());
      // What its command line does not show must not change it.
      builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
      python = builder.start();
    } catch (IOException e) {
      return Measured.none(
          "MISSING", "There is no %s on the path: install one.".formatted(command));
    }
    try (OutputStream in = python.getOutputStream()) {
      in.write(Json.write(order));
    } catch (IOException e) {
      // It has ended without reading: its exit code says why.
    }
    try {
      if (!python.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return Measured.none(
            "FAILED", "%s took longer than %d s.".formatted(command, LIMIT.toSeconds()));
      }
    } finally {
      python.descendants().forEach(ProcessHandle::destroyForcibly);
      python.destroyForcibly();
    }
    int code = python.exitValue();
    if (code != 0) {
      String last = Files.readString(said, StandardCharsets.UTF_8).strip();
      last = last.substring(last.lastIndexOf('\n') + 1);
      return code == NOT_FOUND
          ? Measured.none(
              "MISSING",
              "%s stands for a Python that is not there (%s): install one."
                  .formatted(command, last))
          : Measured.none(
              "FAILED", "%s ended with exit code %d: %s.".formatted(command, code, last));
    }
    return measured(answer, (System.nanoTime() - start) / 1e9);
  }

  private static Measured measured(Path file, double seconds) {
    try {
      Answer answer = Json.read(file, Answer.class);
      return new Measured(
          1,
          "MEASURED",
          null,
          answer.version,
          answer.gil,
          Math.round(seconds * 100) / 100.0,
          answer.results,
          answer.roundTrips,
          answer.pipelines);
    } catch (RefusedException e) {
      return Measured.none("FAILED", "What python3 printed is no answer: " + e.getMessage());
    }
  }

  private Order order(int workers, boolean first) {
    Map<String, Work> work = new LinkedHashMap<>();
    for (Workload workload : List.of(Workload.GCD_SEED, Workload.FACTORIZE_SEED)) {
      List<?> inputs =
          workload.tasks().stream()
              .map(
                  task ->
                      switch (task) {
                        case Task.Gcd gcd -> List.of(gcd.a(), gcd.b());
                        case Task.Factorize factorize -> factorize.number();
                        case Task.Amdahl amdahl ->
                            throw new IllegalArgumentException("not in the book: " + amdahl);
                      })
              .toList();
      work.put(workload.name(), new Work(inputs, workload.expected()));
    }
    List<PipelineOrder> pipelines = new ArrayList<>();
    pipelines.add(new PipelineOrder("CLOSABLE", MANY_ITEMS));
    if (first) {
      pipelines.add(new PipelineOrder("POLLING", ITEMS));
    }
    return new Order(workers, batches, BATCH, work, pipelines);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
