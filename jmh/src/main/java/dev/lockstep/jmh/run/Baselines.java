/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.Construct;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which trial another is compared with: that of SERIAL on the same workload, else that of the
 * construct which the family names, all else alike.
 */
final class Baselines {
  private final Set<String> ids = new HashSet<>();

  Baselines(List<Trial> planned) {
    planned.forEach(trial -> ids.add(trial.id()));
  }

  /** The id of the trial, its own of a baseline; null if the plan has none. */
  String of(Trial trial) {
    if (trial.sweep() != null) {
      return trial.sweep().baseline();
    }
    Construct baseline = trial.construct().baseline();
    if (baseline == null) {
      return null;
    }
    Trial other = trial;
    for (Map.Entry<String, String> param : trial.params().entrySet()) {
      if (param.getValue().equals(trial.construct().name())) {
        other = other.with(param.getKey(), baseline.name());
      }
    }
    return ids.contains(other.id()) ? other.id() : null;
  }
}
