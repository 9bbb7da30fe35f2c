/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of {@code jmh.json}, as far as it is judged.
 *
 * @param score as JMH computes it, in {@code unit}
 * @param raw per fork the measured iterations
 * @param lost per fork and iteration the updates that were lost; empty where nothing can be
 * @param expected per fork and iteration the updates that were made; as long as {@code lost}
 * @param counts per fork and iteration what else the benchmark counted, by name
 * @param setting how long it was measured, and in what JVM
 */
public record JmhResult(
    TrialKey key,
    double score,
    String unit,
    List<List<Double>> raw,
    List<List<Double>> lost,
    List<List<Double>> expected,
    Map<String, List<List<Double>>> counts,
    Setting setting) {

  /**
   * How a fork was run; null and empty where the entry does not say.
   *
   * @param warmupTime of one iteration, such as {@code 100 ms} or {@code single-shot}
   * @param measurementTime likewise
   * @param jvmArguments with those that the benchmark itself asks for
   */
  public record Setting(
      Integer warmups,
      String warmupTime,
      Integer measurements,
      String measurementTime,
      List<String> jvmArguments) {

    static Setting read(JsonView json) {
      return new Setting(
          json.smallCountOrNull("warmupIterations"),
          json.textOrNull("warmupTime"),
          json.smallCountOrNull("measurementIterations"),
          json.textOrNull("measurementTime"),
          json.texts("jvmArgs"));
    }
  }

  // Profilers write secondary metrics, too, and not all of theirs are numbers.
  private static final List<String> COUNTED =
      List.of(
          "items",
          "takes",
          "polls",
          "emptyPolls",
          "maxDepth",
          "lagNanos",
          "lagMicros",
          "idleCpuMicros",
          "idleMillis",
          "workersLeft",
          "invocations",
          "completed",
          "threads");

  /** Differences of two states of a process, which may come out below 0. */
  private static final List<String> DIFFERENCES =
      List.of("heapBytes", "reservedBytes", "committedBytes", "rssBytes");

  static TrialKey keyOf(JsonView json) {
    return new TrialKey(
        json.text("benchmark"),
        json.textsByName("params"),
        json.smallCount("threads"),
        json.text("mode"));
  }

  static JmhResult read(JsonView json) {
    TrialKey key = keyOf(json);
    JsonView metric = json.object("primaryMetric");
    double score = metric.number("score");
    boolean sampled = metric.has("rawDataHistogram");
    List<List<Double>> raw =
        sampled ? means(metric.histograms("rawDataHistogram")) : metric.numberRows("rawData");
    if (raw.isEmpty() || raw.stream().anyMatch(List::isEmpty)) {
      throw json.bad("a fork of " + Quoted.name(key.toString()) + " has no measurement");
    }
    Map<String, JsonView> secondary = json.objects("secondaryMetrics");
    List<List<Double>> lost = rows(secondary.get("lost"));
    List<List<Double>> expected = rows(secondary.get("expected"));
    if (!sizes(lost).equals(sizes(expected))) {
      throw json.bad("lost and expected of " + Quoted.name(key.toString()) + " differ in length");
    }
    return new JmhResult(
        key,
        score,
        metric.text("scoreUnit"),
        raw,
        lost,
        expected,
        counts(secondary),
        Setting.read(json));
  }

  /** Returns the means of iterations of which JMH gives every sample, as value and count. */
  private static List<List<Double>> means(List<List<List<List<Double>>>> forks) {
    List<List<Double>> means = new ArrayList<>();
    for (List<List<List<Double>>> fork : forks) {
      List<Double> row = new ArrayList<>();
      for (List<List<Double>> iteration : fork) {
        double sum = 0;
        double count = 0;
        for (List<Double> sample : iteration) {
          sum += sample.get(0) * sample.get(1);
          count += sample.get(1);
        }
        if (count > 0) {
          row.add(sum / count);
        }
      }
      means.add(row);
    }
    return means;
  }

  private static Map<String, List<List<Double>>> counts(Map<String, JsonView> secondary) {
    Map<String, List<List<Double>>> counts = new TreeMap<>();
    for (String name : COUNTED) {
      if (secondary.containsKey(name)) {
        counts.put(name, secondary.get(name).numberRows("rawData"));
      }
    }
    for (String name : DIFFERENCES) {
      if (secondary.containsKey(name)) {
        counts.put(name, secondary.get(name).signedRows("rawData"));
      }
    }
    return counts;
  }

  private static List<List<Double>> rows(JsonView metric) {
    return metric == null ? List.of() : metric.numberRows("rawData");
  }

  private static List<Integer> sizes(List<List<Double>> rows) {
    List<Integer> sizes = new ArrayList<>();
    rows.forEach(row -> sizes.add(row.size()));
    return sizes;
  }
}
