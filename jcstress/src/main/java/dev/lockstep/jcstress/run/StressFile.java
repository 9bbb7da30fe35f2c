/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.os.SchedulingClass;

/** {@code jcstress.json}: what jcstress found, as other tools can read it. */
record StressFile(int schema, String jcstress, List<Result> results) {

  private static final int MESSAGES = 20;

  /**
   * One test in one fork of one configuration.
   *
   * @param status jcstress's own
   */
  record Result(
      String test,
      String configuration,
      int fork,
      List<String> jvmArgs,
      String scheduling,
      String status,
      long samples,
      List<Outcome> outcomes,
      List<String> messages) {}

  /** One row of the outcome table, as graded by the test's own annotations. */
  record Outcome(String id, long count, String expect, String description) {}

  static StressFile of(Collection<TestResult> results) {
    List<Result> all = new ArrayList<>();
    for (TestResult result : results) {
      all.add(of(result));
    }
    all.sort(
        Comparator.comparing(Result::test)
            .thenComparing(Result::configuration)
            .thenComparing(Result::scheduling)
            .thenComparingInt(Result::fork));
    return new StressFile(1, version(), all);
  }

  /** Which jcstress is in this jar. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = StressFile.class.getResourceAsStream("jcstress.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  private static Result of(TestResult result) {
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
