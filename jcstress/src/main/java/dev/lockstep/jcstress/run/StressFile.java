/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.run.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.os.SchedulingClass;

/** {@code jcstress.json}: what jcstress found, as other tools can read it. */
record StressFile(int schema, String jcstress, List<Result> results, List<Trend> tests) {

  private static final int MESSAGES = 20;

  /**
   * One test in one fork of one configuration.
   *
   * @param order the how manieth result of the run it was, from 1
   * @param seconds that were measured, without the start of the JVM
   * @param status jcstress's own
   */
  record Result(
      String test,
      String configuration,
      int fork,
      int order,
      double seconds,
      List<String> jvmArgs,
      String scheduling,
      String status,
      long samples,
      List<Outcome> outcomes,
      List<String> messages) {}

  /** One row of the outcome table, as graded by the test's own annotations. */
  record Outcome(String id, long count, String expect, String description) {}

  /** All results of one test in one configuration, to be compared with those of another night. */
  record Trend(
      String test,
      String configuration,
      int forks,
      long samples,
      double seconds,
      double samplesPerSecond,
      List<Sighting> sightings) {}

  /**
   * An interesting or forbidden outcome that was seen.
   *
   * @param fork that saw it first
   * @param within so many samples of this test and configuration, up to the end of that fork, since
   *     jcstress counts by forks
   */
  record Sighting(String outcome, String expect, long count, int fork, long within) {}

  /** From results in the order of their arrival. */
  static StressFile of(Collection<TestResult> results) {
    List<Result> all = new ArrayList<>();
    for (TestResult result : results) {
      all.add(of(result, all.size() + 1));
    }
    all.sort(
        Comparator.comparing(Result::test)
            .thenComparing(Result::configuration)
            .thenComparing(Result::scheduling)
            .thenComparingInt(Result::fork));
    return new StressFile(1, Code.version(StressFile.class, "jcstress"), all, trends(all));
  }

  private static List<Trend> trends(List<Result> results) {
    Map<List<String>, List<Result>> groups = new LinkedHashMap<>();
    for (Result each : results) {
      groups
          .computeIfAbsent(List.of(each.test, each.configuration), key -> new ArrayList<>())
          .add(each);
    }
    List<Trend> trends = new ArrayList<>();
    for (List<Result> forks : groups.values()) {
      forks.sort(Comparator.comparingInt(Result::order));
      long samples = 0;
      double seconds = 0;
      Map<String, Sighting> sightings = new TreeMap<>();
      for (Result fork : forks) {
        samples += fork.samples;
        seconds += fork.seconds;
        for (Outcome each : fork.outcomes) {
          if (each.count > 0 && !each.expect.equals("ACCEPTABLE")) {
            Sighting now = new Sighting(each.id, each.expect, each.count, fork.fork, samples);
            sightings.merge(each.id, now, StressFile::together);
          }
        }
      }
      trends.add(
          new Trend(
              forks.getFirst().test,
              forks.getFirst().configuration,
              forks.size(),
              samples,
              seconds,
              Math.rint(10 * samples / seconds) / 10,
              List.copyOf(sightings.values())));
    }
    return trends;
  }

  private static Sighting together(Sighting first, Sighting later) {
    return new Sighting(
        first.outcome, first.expect, first.count + later.count, first.fork, first.within);
  }

  private static Result of(TestResult result, int order) {
    TestConfig config = result.getConfig();
    List<Outcome> outcomes = new ArrayList<>();
    for (GradingResult grade : result.grading().gradingResults.values()) {
      outcomes.add(
          new Outcome(
              grade.id, grade.count, grade.expect.name(), String.valueOf(grade.description)));
    }
    return new Result(
        result.getName(),
        Configuration.name(config),
        config.forkId,
        order,
        config.iters * config.time / 1e3,
        config.jvmArgs,
        SchedulingClass.description(config.shClass, config.actorNames).strip(),
        result.status().name(),
        result.getTotalCount(),
        outcomes,
        messages(result));
  }

  private static List<String> messages(TestResult result) {
    List<String> all = new ArrayList<>(result.getMessages());
    all.addAll(result.getVmErr());
    return all.subList(0, Math.min(all.size(), MESSAGES));
  }
}
