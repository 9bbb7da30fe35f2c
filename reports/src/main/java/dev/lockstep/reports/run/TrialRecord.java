/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the harness noted beside JMH's own figures of one trial ({@code trials/<id>.json}).
 *
 * @param measured false if the trial failed
 * @param failure null if it did not
 * @param profile null if no profile was tried
 * @param hardware events of the processor per operation, by name; empty if none were counted
 */
public record TrialRecord(
    String id,
    boolean measured,
    Failure failure,
    List<Fork> forks,
    Profile profile,
    Map<String, Double> hardware) {

  private static final List<String> FAILURES = List.of("WRONG_RESULT", "ERROR", "KILLED", "BUDGET");
  private static final List<String> PROFILES = List.of("RECORDED", "UNAVAILABLE", "FAILED");

  /**
   * Why there is no figure.
   *
   * @param kind {@code WRONG_RESULT}, {@code ERROR}, {@code KILLED} or {@code BUDGET}
   */
  public record Failure(String kind, String message) {}

  /**
   * One measured JVM; a figure that the machine cannot give is null.
   *
   * @param childCpuPerOp CPU nanoseconds of its worker processes per operation, null if it has none
   * @param warmup its iterations in their order, in the unit of the trial; empty if they were not
   *     kept
   * @param measurement the iterations that were measured, likewise
   * @param latency null where only means were measured
   * @param disturbed by what in the machine, null if by nothing that is known
   * @param counts whether the figure of the trial holds it
   */
  public record Fork(
      List<Double> warmup,
      List<Double> measurement,
      Boolean stillWarming,
      Double cpuNanosPerOp,
      Double childCpuPerOp,
      Double voluntarySwitchesPerOp,
      Double involuntarySwitchesPerOp,
      Double bytesPerOp,
      Latency latency,
      String disturbed,
      boolean counts) {

    /** Returns the mean of its iterations, or null if they were not kept. */
    public Double mean() {
      return measurement.isEmpty()
          ? null
          : (Double) measurement.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Returns whether it is known to have been. */
    public boolean isStillWarming() {
      return Boolean.TRUE.equals(stillWarming);
    }
  }

  /**
   * Single operations of one fork.
   *
   * @param unit of the percentiles and the greatest, such as {@code us/op}
   * @param clockNanos between two readings of the clock in a row, or null
   * @param fairness per iteration, operations of the thread with the fewest by those of the one
   *     with the most; empty for one thread
   * @param asked arrivals a second, or null where nothing arrives
   * @param kept per iteration, arrivals that were served a second
   */
  public record Latency(
      String unit,
      long samples,
      double p50,
      double p99,
      double p999,
      double max,
      Double clockNanos,
      List<Double> fairness,
      Double asked,
      List<Double> kept) {}

  /**
   * The flame graphs of the trial.
   *
   * @param status {@code RECORDED}, {@code UNAVAILABLE} or {@code FAILED}
   * @param graphs none unless recorded
   */
  public record Profile(String status, String engine, String why, List<Graph> graphs) {

    /** Returns the graph of an event, or null. */
    public Graph graph(String event) {
      for (Graph graph : graphs) {
        if (graph.event().equals(event)) {
          return graph;
        }
      }
      return null;
    }

    /** Returns the graph that every trial has, or null. */
    public Graph cpu() {
      return graph(Plan.CPU);
    }

    /** Returns what is wrong with a graph that was recorded, as half a sentence, or null. */
    public String faultOf(String event) {
      Graph graph = graph(event);
      String fault = graph == null ? "none was recorded" : graph.fault();
      return fault == null ? null : event + ": " + fault;
    }
  }

  /**
   * One flame graph.
   *
   * @param html path relative to the run directory, or null; checked to lie below {@code flames/}
   * @param fault what is wrong with the recorded file, or null if it is there and not empty, or if
   *     there was nothing to see
   * @param collapsed path of the samples as text, checked like {@code html}, or null
   * @param collapsedFault what is wrong with that file, or null
   */
  public record Graph(
      String event,
      long samples,
      String html,
      String fault,
      String collapsed,
      String collapsedFault,
      double compilerShare,
      boolean blindToVirtual) {}

  /** Returns the forks that its figure holds. */
  public List<Fork> counting() {
    return forks.stream().filter(Fork::counts).toList();
  }

  /** Returns whether its figure holds a disturbed fork, since there are too few others. */
  public boolean isDisturbed() {
    return measured && counting().stream().anyMatch(fork -> fork.disturbed() != null);
  }

  /** Returns whether its figure holds a fork that had not warmed up. */
  public boolean isWarming() {
    return measured && counting().stream().anyMatch(Fork::isStillWarming);
  }

  /** Returns whether all that it lacks is time. */
  public boolean isOutOfBudget() {
    return failure != null && failure.kind().equals("BUDGET");
  }

  static TrialRecord read(JsonView json, FilesBelow flames) {
    JsonView failure = json.objectOrNull("failure");
    JsonView profile = json.objectOrNull("profile");
    JsonView hardware = json.objectOrNull("hardware");
    boolean measured = json.word("status", List.of("MEASURED", "FAILED")).equals("MEASURED");
    if (!measured && failure == null) {
      throw json.bad("status is FAILED but failure is missing");
    }
    return new TrialRecord(
        json.text("id"),
        measured,
        failure == null
            ? null
            : new Failure(failure.word("kind", FAILURES), orEmpty(failure.textOrNull("message"))),
        json.list("forks").stream().map(TrialRecord::fork).toList(),
        profile == null ? null : profile(profile, flames),
        hardware == null ? Map.of() : hardware.numbersByName("perOp"));
  }

  private static Fork fork(JsonView json) {
    return new Fork(
        json.numbers("warmup"),
        json.numbers("measurement"),
        json.flagOrNull("stillWarming"),
        json.numberOrNull("cpuNanosPerOp"),
        json.numberOrNull("childCpuNanosPerOp"),
        json.numberOrNull("voluntarySwitchesPerOp"),
        json.numberOrNull("involuntarySwitchesPerOp"),
        json.numberOrNull("bytesPerOp"),
        json.has("latency") ? latency(json.object("latency")) : null,
        json.textOrNull("disturbed"),
        !Boolean.FALSE.equals(json.flagOrNull("counts")));
  }

  private static Latency latency(JsonView json) {
    Latency latency =
        new Latency(
            json.text("unit"),
            json.count("samples"),
            json.number("p50"),
            json.number("p99"),
            json.number("p999"),
            json.number("max"),
            json.numberOrNull("clockNanos"),
            json.numbers("fairness"),
            json.numberOrNull("asked"),
            json.numbers("kept"));
    boolean ascending =
        latency.p50 <= latency.p99 && latency.p99 <= latency.p999 && latency.p999 <= latency.max;
    if (!ascending) {
      throw json.bad("the percentiles of a fork do not ascend");
    }
    return latency;
  }

  private static Profile profile(JsonView json, FilesBelow flames) {
    String status = json.word("status", PROFILES);
    List<Graph> graphs = new ArrayList<>();
    if (status.equals("RECORDED")) {
      List<JsonView> all = json.requiredList("graphs");
      boolean waits = all.stream().anyMatch(TrialRecord::showsWaiting);
      for (JsonView each : all) {
        graphs.add(graph(each, waits, flames));
      }
    }
    return new Profile(
        status, orEmpty(json.textOrNull("engine")), orEmpty(json.textOrNull("why")), graphs);
  }

  private static boolean showsWaiting(JsonView json) {
    return json.word("event", Plan.FLAMES).equals("wall") && json.count("samples") > 0;
  }

  /**
   * @param waits whether another graph shows where its threads stood: then it may have met no
   *     sample of CPU time
   */
  private static Graph graph(JsonView json, boolean waits, FilesBelow flames) {
    String event = json.word("event", Plan.FLAMES);
    long samples = json.count("samples");
    double compilerShare = json.number("compilerShare");
    if (compilerShare > 1) {
      throw json.bad("compilerShare is above 1");
    }
    String html = json.textOrNull("html");
    String collapsed = json.textOrNull("collapsed");
    boolean mayBeEmpty = Plan.MAY_BE_EMPTY.contains(event) || (waits && event.equals(Plan.CPU));
    boolean empty = samples == 0 && html == null && mayBeEmpty;
    String fault = empty ? null : flames.faultOf(html);
    String collapsedFault = empty ? "it holds no samples" : flames.faultOf(collapsed);
    return new Graph(
        event,
        samples,
        fault == null ? html : null,
        samples == 0 && !empty ? "it holds no samples" : fault,
        collapsedFault == null ? collapsed : null,
        collapsedFault,
        compilerShare,
        json.flag("blindToVirtual"));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
