/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** A 95 % confidence interval, both ends included; written as {@code [low, high]}. */
public record Interval(double low, double high) {

  /** Returns both ends as a list. */
  @JsonValue
  public List<Double> ends() {
    return List.of(low, high);
  }
}
