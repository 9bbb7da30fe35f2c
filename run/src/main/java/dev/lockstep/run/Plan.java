/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The named lists of what a run does. What each contains is data of the harness. */
public enum Plan {
  /**
   * Everything once; shows that it runs and is never evidence. What it leaves out, it fails to
   * show.
   */
  SMOKE(Duration.ofMinutes(60)),
  /** The default of {@code mvn verify}: a verdict within ten minutes. */
  QUICK(Duration.ofMinutes(10)),
  /** What a benchmark machine does every night. */
  NIGHTLY(Duration.ofHours(4)),
  /** Everything there is, without regard for time. */
  FULL(null);

  private final Duration budget;

  Plan(Duration budget) {
    this.budget = budget;
  }

  /** How long a run of it may take where nobody says otherwise, the build included. */
  public Optional<Duration> budget() {
    return Optional.ofNullable(budget);
  }

  /** The name as a person types it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isEvidence() {
    return this != SMOKE;
  }

  /**
   * The plan that a person typed.
   *
   * @throws RefusedException if there is no such plan
   */
  public static Plan of(String id) {
    for (Plan plan : values()) {
      if (plan.id().equals(id)) {
        return plan;
      }
    }
    throw new RefusedException(
        "There is no plan \"%s\": choose one of %s, for example -Dplan=quick."
            .formatted(id, String.join(", ", Arrays.stream(values()).map(Plan::id).toList())));
  }
}
