/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.AGAIN;
import static dev.lockstep.reports.SpoiltRun.FOREIGN;
import static dev.lockstep.reports.SpoiltRun.bent;
import static dev.lockstep.reports.SpoiltRun.broken;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be wrong with what the benchmarks of queues, fan-out and units counted. */
final class FaultyPipelines {
  static final String HAND_MADE = "HandMade.run-queue=POLLING";
  static final String FOOTPRINT = "Footprint.park-kind=VIRTUAL-count=100000-stackKilobytes=0";
  private static final String CLOSABLE = PipedRunTest.CLOSABLE;
  private static final String LINE =
      "LineThroughput.run-kind=DIRECT-layout=1_1_1-capacity=UNBOUNDED-latencyMicros=0_0_0";
  private static final String FAN = PipedRunTest.fan("VIRTUAL", 10_000, 0);

  private FaultyPipelines() {}

  static List<SpoiltRun> counts() {
    return List.of(
        lacking("no items", CLOSABLE, "without items", f -> remove(f, CLOSABLE, "items")),
        lacking(
            "items of zero", CLOSABLE, "with no items at all", f -> set(f, CLOSABLE, "items", 0)),
        lacking(
            "no runs",
            CLOSABLE,
            "with no invocations at all",
            f -> set(f, CLOSABLE, "invocations", 0)),
        lacking(
            "a line that counted no runs",
            LINE,
            "without invocations",
            f -> remove(f, LINE, "invocations")),
        lacking(
            "no secondary metric at all",
            HAND_MADE,
            "without polls, emptyPolls, lagMicros, idleCpuMicros, idleMillis, workersLeft,"
                + " maxDepth",
            f -> ((ObjectNode) f.price(HAND_MADE).get("secondaryMetrics")).removeAll()),
        lacking(
            "idle for no time",
            HAND_MADE,
            "with no idleMillis at all",
            f -> set(f, HAND_MADE, "idleMillis", 0)),
        lacking(
            "nothing completed", FAN, "with no completed at all", f -> set(f, FAN, "completed", 0)),
        lacking(
            "no threads parked",
            FOOTPRINT,
            "with no threads at all",
            f -> set(f, FOOTPRINT, "threads", 0)),
        lacking("no heap", FOOTPRINT, "without heapBytes", f -> remove(f, FOOTPRINT, "heapBytes")),
        damaged("items that are no number", CLOSABLE, "items", "NaN", "NaN", true),
        damaged("a depth below 0", CLOSABLE, "maxDepth", -1.0, "-1.0", true),
        damaged("heap that is no number", FOOTPRINT, "heapBytes", "NaN", "NaN", false),
        broken(
            "an item lost",
            CLOSABLE
                + " handed on 179,999 items of 180,000 although queue:CLOSABLE guarantees that none"
                + " is lost or doubled.",
            f -> first(f, CLOSABLE, "items").set(0, 11_999.0)),
        bent(
            "an unknown queue",
            "planned.json: 1 trial of a construct that is not planned ("
                + CLOSABLE
                + "); correct the"
                + " name.",
            f -> f.trial(CLOSABLE).put("construct", "queue:TOY")));
  }

  static List<SpoiltRun> cpython() {
    return List.of(
        python(
            "an unknown queue",
            "pipelines[0].queue is \"TOY\", not one of CLOSABLE, POLLING",
            p -> p.put("queue", "TOY")),
        python("no workers", "pipelines[0].workers is missing or empty", p -> p.remove("workers")),
        python(
            "half a worker",
            "pipelines[0].workers[1] is 0.5, not a whole number of at least 0",
            p -> p.withArray("workers").set(1, 0.5)),
        python(
            "no item",
            "the pipeline CLOSABLE with workers [1, 1, 1] moved no item",
            p -> p.put("items", 0)),
        python(
            "a time of zero",
            "the pipeline CLOSABLE with workers [1, 1, 1] has no time, or one of 0 s",
            p -> p.withArray("seconds").set(0, 0.0)),
        python(
            "a time that is none",
            "pipelines[0].seconds[0] is NaN, not a finite number of at least 0",
            p -> p.withArray("seconds").set(0, "NaN")),
        python(
            "twice the same",
            "the pipeline CLOSABLE with workers [1, 1, 1] stands there twice",
            p -> p.putArray("workers").add(1).add(1).add(1),
            1),
        bent(
            "pipelines that are no list",
            "cpython.json: pipelines is not a list" + FOREIGN,
            f -> f.cpython.put("pipelines", "none")));
  }

  private static SpoiltRun lacking(String name, String trial, String lack, SpoiltRun.Bend bend) {
    return bent(name, "jmh.json: 1 trial " + lack + " (" + trial + ")" + AGAIN, bend);
  }

  /** Such an entry is not taken at all, since its score may be as wrong as its counts. */
  private static SpoiltRun damaged(
      String name, String trial, String metric, Object value, String shown, boolean positive) {
    int index = index(trial);
    return bent(
        name,
        "jmh.json: [%s].secondaryMetrics.%s.rawData[0][0] is %s, not a finite number%s"
                .formatted(index, metric, shown, positive ? " of at least 0" : "")
            + FOREIGN,
        f -> {
          if (value instanceof Double number) {
            first(f, trial, metric).set(0, number);
          } else {
            first(f, trial, metric).set(0, value.toString());
          }
        });
  }

  private static int index(String trial) {
    return RunFixture.piped().index("trials", "id", trial);
  }

  private static SpoiltRun python(String name, String cause, Consumer<ObjectNode> bend) {
    return python(name, cause, bend, 0);
  }

  private static SpoiltRun python(String name, String cause, Consumer<ObjectNode> bend, int index) {
    return bent(
        "CPython: " + name,
        "cpython.json: " + cause + FOREIGN,
        f -> bend.accept((ObjectNode) f.cpython.get("pipelines").get(index)));
  }

  private static void remove(RunFixture f, String trial, String metric) {
    ((ObjectNode) f.price(trial).get("secondaryMetrics")).remove(metric);
  }

  static void set(RunFixture f, String trial, String metric, double value) {
    ((ObjectNode) f.price(trial).get("secondaryMetrics")).remove(metric);
    PipelineFixture.counts(f.price(trial), metric, value);
  }

  private static ArrayNode first(RunFixture f, String trial, String metric) {
    return RunFixture.first(f.price(trial), metric);
  }
}
