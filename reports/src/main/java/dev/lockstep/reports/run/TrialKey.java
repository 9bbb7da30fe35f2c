/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.Map;
import java.util.TreeMap;

/**
 * What makes two measurements measurements of the same thing: benchmark, all parameters, threads
 * and mode.
 *
 * @param mode JMH's short label, such as {@code avgt}
 */
public record TrialKey(String benchmark, Map<String, String> params, int threads, String mode) {

  /** Sorts the parameters, so that a key is always shown in the same way. */
  public TrialKey {
    params = new TreeMap<>(params);
  }

  @Override
  public String toString() {
    return benchmark + " " + params + " " + threads + " threads " + mode;
  }
}
