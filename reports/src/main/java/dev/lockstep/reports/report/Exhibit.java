/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;
import java.util.Map;

/**
 * A test of what the Memory Model allows and a machine need not show. It proves nothing.
 *
 * @param status {@code ALLOWED} if it gave its results and no forbidden outcome
 * @param samples over all configurations and forks
 * @param outcomes id to count, sorted by id
 * @param mayObserve id to count of the outcomes that it is about
 * @param meanings id to what the outcome table says of those
 * @param seen whether any of those was seen
 * @param why the status in one sentence
 */
public record Exhibit(
    String construct,
    String test,
    String template,
    Status status,
    long samples,
    Map<String, Long> outcomes,
    Map<String, Long> mayObserve,
    Map<String, String> meanings,
    boolean seen,
    List<Configuration> configurations,
    String why) {

  /** Returns the status in words that tell whether the outcome was seen. */
  public String words() {
    return status == Status.ALLOWED ? words(seen) : status.words();
  }

  /** Returns how it is told whether an allowed outcome was seen. */
  public static String words(boolean seen) {
    return seen ? "seen" : "allowed, not seen here";
  }

  /** Returns how often the outcomes that it is about were seen, all together. */
  public long observed() {
    return mayObserve.values().stream().mapToLong(Long::longValue).sum();
  }
}
