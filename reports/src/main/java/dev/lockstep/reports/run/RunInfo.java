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
   */
  public record Part(String start, String end, double seconds) {}

  static RunInfo read(JsonView json) {
    Map<String, Part> parts = new LinkedHashMap<>();
    json.objects("parts")
        .forEach(
            (name, part) ->
                parts.put(
                    name,
                    new Part(
                        part.textOrNull("start"), part.textOrNull("end"), part.number("seconds"))));
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

  /** Returns the seconds that all parts together were running. */
  public double seconds() {
    double sum = 0;
    for (Part part : parts.values()) {
      sum += part.seconds();
    }
    return sum;
  }
}
