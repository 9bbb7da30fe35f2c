/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one fork of one test in one JVM configuration saw (an element of {@code jcstress.json}).
 *
 * @param order place in the sequence in which results arrived, from 1; 0 if it is not known
 * @param status jcstress's own status; anything but {@code NORMAL} is an error
 * @param seconds how long it was measured
 * @param message the first lines of what jcstress said of it, or an empty text
 */
public record JcstressResult(
    String test,
    String configuration,
    int fork,
    int order,
    String status,
    long samples,
    double seconds,
    List<Outcome> outcomes,
    String message) {

  static final List<String> EXPECTATIONS =
      List.of("ACCEPTABLE", "ACCEPTABLE_INTERESTING", "FORBIDDEN", "UNKNOWN");

  /** What went wrong, and the exception that says why. */
  private static final int MESSAGE_LINES = 2;

  private static final List<String> FAILURES =
      List.of("TIMEOUT_ERROR", "CHECK_TEST_ERROR", "TEST_ERROR");
  private static final List<String> STATUSES =
      List.of(
          "NORMAL", "TIMEOUT_ERROR", "CHECK_TEST_ERROR", "TEST_ERROR", "VM_ERROR", "API_MISMATCH");

  /**
   * One outcome of the table and how often it was seen.
   *
   * @param expect jcstress's expectation
   */
  public record Outcome(String id, long count, String expect, String description) {

    /** Returns whether one sight of it breaks the construct. */
    public boolean forbidden() {
      return expect.equals("FORBIDDEN") || expect.equals("UNKNOWN");
    }
  }

  /**
   * Returns whether the test itself failed: one of its threads threw, or did not end within half a
   * minute. Whatever it was meant to show, a construct that does so is broken.
   */
  public boolean failed() {
    return FAILURES.contains(status);
  }

  /** Returns whether the fork ran as jcstress meant it to. */
  public boolean normal() {
    return status.equals("NORMAL");
  }

  private static String message(List<String> messages) {
    return messages.stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("at "))
        .limit(MESSAGE_LINES)
        .collect(Collectors.joining(": "));
  }

  static JcstressResult read(JsonView json) {
    String test = json.text("test");
    List<Outcome> outcomes =
        json.list("outcomes").stream()
            .map(
                each ->
                    new Outcome(
                        each.text("id"),
                        each.count("count"),
                        each.word("expect", EXPECTATIONS),
                        each.textOrNull("description") == null ? "" : each.text("description")))
            .toList();
    return new JcstressResult(
        test,
        json.text("configuration"),
        json.smallCount("fork"),
        json.smallCount("order"),
        json.word("status", STATUSES),
        json.count("samples"),
        json.number("seconds"),
        outcomes,
        message(json.texts("messages")));
  }
}
