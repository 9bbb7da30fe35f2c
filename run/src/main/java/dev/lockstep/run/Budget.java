/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a run may take, and since when that counts. A slower machine gets less evidence in it,
 * not more time.
 */
public final class Budget {

  /** Without a limit. */
  public static final Budget NONE = new Budget(null, 0);

  /** So long after the end of its budget no harness starts any more: somebody set the clock. */
  private static final Duration LATEST = Duration.ofHours(2);

  private final Duration given;
  private final long end;

  private Budget(Duration given, long end) {
    this.given = given;
    this.end = end;
  }

  /**
   * A budget that begins at an instant, for instance the start of the build; at this moment if that
   * cannot be.
   */
  public static Budget since(Instant start, Duration given) {
    Duration gone = Duration.between(start, Instant.now());
    boolean possible = !gone.isNegative() && gone.compareTo(given.plus(LATEST)) < 0;
    Duration left = possible ? given.minus(gone) : given;
    return new Budget(given, System.nanoTime() + left.toNanos());
  }

  /**
   * Reads a budget as a person types it, {@code 90m} or {@code 2h}; {@code none} is one without a
   * limit, {@code default} that of the plan.
   *
   * @param start since when it counts, in the form of ISO 8601
   * @throws RefusedException if it is none
   */
  static Budget parse(String text, Plan plan, String start) {
    if (text.equals("none")) {
      return NONE;
    }
    Instant since = instant(start);
    if (text.equals("default")) {
      return plan.budget().map(given -> since(since, given)).orElse(NONE);
    }
    try {
      Duration given = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      if (given.isPositive()) {
        return since(since, given);
      }
    } catch (DateTimeParseException e) {
      throw refused(text, e);
    }
    throw refused(text, null);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new RefusedException(
          "\"%s\" is no instant: write it as 2026-01-31T12:00:00Z.".formatted(text), e);
    }
  }

  private static RefusedException refused(String text, Throwable cause) {
    return new RefusedException(
        "\"%s\" is no budget: write for example -Dbudget=90m or -Dbudget=2h.".formatted(text),
        cause);
  }

  /** What is left of it, negative once it is overdrawn; empty if it has no limit. */
  public Optional<Duration> left() {
    return given == null
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(end - System.nanoTime()));
  }

  public boolean isUsedUp() {
    return left().filter(left -> !left.isPositive()).isPresent();
  }

  /**
   * The budget of one who is not alone in needing what is left: it gets as much of it as its need
   * has of all needs.
   *
   * @param need of this one
   * @param others what those need who come later, in the same unit
   */
  public Budget share(double need, double others) {
    return left()
        .map(
            left ->
                new Budget(
                    given, System.nanoTime() + (long) (left.toNanos() * need / (need + others))))
        .orElse(NONE);
  }

  /** The whole budget as a person types it: {@code 2h}, or {@code none}. */
  @Override
  public String toString() {
    return given == null ? "none" : given.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
