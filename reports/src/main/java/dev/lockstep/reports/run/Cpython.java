/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The same inputs in CPython, in the same run ({@code cpython.json}).
 *
 * @param status {@code MEASURED}, {@code MISSING} where there is no CPython, {@code FAILED}, or
 *     {@code NOT_REACHED} by the budget
 * @param why one sentence unless it was measured, otherwise an empty text
 * @param version such as {@code 3.11.2}, or null
 * @param gil whether it has a global lock, or null if it does not tell
 * @param roundTrips microseconds of a trivial task through a pool of processes, one per batch
 * @param pipelines the pipeline of three stages; empty in a file of an older version
 */
public record Cpython(
    String status,
    String why,
    String version,
    Boolean gil,
    List<Result> results,
    List<Double> roundTrips,
    List<Pipeline> pipelines) {

  static final String FILE = "cpython.json";
  private static final List<String> STATUSES =
      List.of("MEASURED", "MISSING", "FAILED", "NOT_REACHED");
  private static final List<String> QUEUES = List.of("CLOSABLE", "POLLING");
  private static final List<String> WAYS = List.of("SERIAL", "THREADS", "PROCESSES");

  /**
   * One way to run one list.
   *
   * @param way {@code SERIAL}, {@code THREADS} or {@code PROCESSES}
   * @param seconds of each repetition; at least one, all above 0
   */
  public record Result(String workload, String way, int workers, List<Double> seconds) {}

  /**
   * Items through a pipeline of stages that do nothing.
   *
   * @param queue {@code CLOSABLE}, or {@code POLLING} for the one made by hand
   * @param workers of each stage
   * @param seconds of each repetition; at least one, all above 0
   */
  public record Pipeline(String queue, List<Integer> workers, long items, List<Double> seconds) {}

  /** Returns whether there are figures. */
  public boolean measured() {
    return status.equals("MEASURED");
  }

  static Cpython read(JsonView json) {
    String status = json.word("status", STATUSES);
    List<Result> results = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (JsonView each : json.list("results")) {
      Result result =
          new Result(
              each.text("workload"),
              each.word("way", WAYS),
              each.smallCount("workers"),
              each.numbers("seconds"));
      String name =
          Quoted.name(result.workload()) + " " + result.way() + " " + result.workers() + " workers";
      if (result.seconds().isEmpty() || result.seconds().contains(0.0)) {
        throw each.bad(name + " has no time, or one of 0 s");
      }
      if (!seen.add(List.of(result.workload(), result.way(), result.workers()))) {
        throw each.bad(name + " stands there twice");
      }
      results.add(result);
    }
    if (status.equals("MEASURED") && results.isEmpty()) {
      throw json.bad("status is MEASURED but there is no result");
    }
    String why = json.textOrNull("why");
    return new Cpython(
        status,
        why == null ? "" : why,
        json.textOrNull("version"),
        json.flagOrNull("gil"),
        results,
        json.numbers("roundTrips"),
        pipelines(json));
  }

  private static List<Pipeline> pipelines(JsonView json) {
    List<Pipeline> pipelines = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (JsonView each : json.list("pipelines")) {
      Pipeline pipeline =
          new Pipeline(
              each.word("queue", QUEUES),
              each.smallCounts("workers"),
              each.count("items"),
              each.numbers("seconds"));
      String name = "the pipeline " + pipeline.queue() + " with workers " + pipeline.workers();
      if (pipeline.items() == 0) {
        throw each.bad(name + " moved no item");
      }
      if (pipeline.seconds().isEmpty() || pipeline.seconds().contains(0.0)) {
        throw each.bad(name + " has no time, or one of 0 s");
      }
      if (!seen.add(List.of(pipeline.queue(), pipeline.workers()))) {
        throw each.bad(name + " stands there twice");
      }
      pipelines.add(pipeline);
    }
    return pipelines;
  }
}
