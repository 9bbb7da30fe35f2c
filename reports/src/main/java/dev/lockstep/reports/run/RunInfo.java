/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What run this is ({@code run.json}).
 *
 * @param end when the run ended, or null
 * @param parts by name, {@code jcstress}, {@code jmh} and {@code models}
 */
public record RunInfo(
    String plan,
    String commit,
    boolean dirty,
    String start,
    String end,
    String budget,
    Map<String, Part> parts) {

  /**
   * One harness of the run.
   *
   * @param end when it ended, or null if it has not
   * @param seconds how long it was really running, over all its starts
   * @param notReached how many of the results that it owed the budget did not pay for
   */
  public record Part(String start, String end, double seconds, long notReached) {}

  static RunInfo read(JsonView json) {
    Map<String, Part> parts = new LinkedHashMap<>();
    json.objects("parts")
        .forEach(
            (name, part) ->
                parts.put(
                    name,
                    new Part(
                        part.textOrNull("start"),
                        part.textOrNull("end"),
                        part.number("seconds"),
                        Math.round(orZero(part.numberOrNull("notReached"))))));
    String budget = json.textOrNull("budget");
    return new RunInfo(
        json.text("plan"),
        json.text("commit"),
        json.flag("dirty"),
        json.text("start"),
        json.textOrNull("end"),
        budget == null ? "none" : budget,
        parts);
  }

  private static double orZero(Double number) {
    return number == null ? 0 : number;
  }

  /** Returns how many results of a part the budget did not reach. */
  public long notReached(String part) {
    return parts.containsKey(part) ? parts.get(part).notReached() : 0;
  }

  /** Returns the seconds that all parts together were running. */
  public double seconds() {
    double sum = 0;
    for (Part part : parts.values()) {
      sum += part.seconds();
    }
    return sum;
  }
}
