/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code run.json}: what run a directory holds.
 *
 * @param seed of the order in which trials are measured
 * @param end when the last part ended, or null
 * @param parts by harness: {@code jcstress}, {@code models}, {@code jmh}
 */
public record RunInfo(
    int schema,
    String plan,
    String commit,
    boolean dirty,
    String start,
    String end,
    String budget,
    long seed,
    Map<String, Part> parts) {

  static final int SCHEMA = 1;

  /**
   * One harness's share.
   *
   * @param jar digest of the jar that it measured
   * @param end when it was complete, or null
   * @param seconds how long it was really running, over all its starts
   * @param notReached how many of the results that it owed the budget did not pay for
   */
  public record Part(String jar, String start, String end, double seconds, int notReached) {

    public boolean complete() {
      return end != null;
    }
  }

  static RunInfo begin(Plan plan, Code code, String budget) {
    return new RunInfo(
        SCHEMA, plan.id(), code.commit(), code.dirty(), now(), null, budget, drawn(), Map.of());
  }

  private static long drawn() {
    return ThreadLocalRandom.current().nextInt(1_000_000);
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  RunInfo with(String name, Part part) {
    Map<String, Part> all = new TreeMap<>(parts);
    all.put(name, part);
    boolean complete = all.values().stream().allMatch(Part::complete);
    return new RunInfo(
        schema, plan, commit, dirty, start, complete ? part.end() : null, budget, seed, all);
  }

  RunInfo without(String name) {
    Map<String, Part> all = new TreeMap<>(parts);
    all.remove(name);
    return new RunInfo(schema, plan, commit, dirty, start, null, budget, seed, all);
  }

  Part part(String name, String jar) {
    return parts.getOrDefault(name, new Part(jar, now(), null, 0, 0));
  }

  static Part worked(Part part, Duration time, boolean complete, int notReached) {
    return new Part(
        part.jar(),
        part.start(),
        complete ? now() : null,
        Math.round((part.seconds() + time.toMillis() / 1000.0) * 10) / 10.0,
        notReached);
  }
}
