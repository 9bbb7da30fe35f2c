/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** The results were not there in time. */
public final class TimeLimitException extends CancellationException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what the limit was and how far the call came.
   *
   * @param limit the time that the call was given
   * @param there how many results were there when it was over
   * @param all how many were asked for
   */
  public TimeLimitException(Duration limit, int there, int all) {
    super(
        "the limit of %s passed when %d of %d results were there"
            .formatted(words(limit), there, all));
  }

  private static String words(Duration limit) {
    long nanos = limit.toNanosPart();
    if (limit.compareTo(Duration.ofSeconds(1)) < 0 && nanos % 1_000_000 == 0) {
      return nanos / 1_000_000 + " ms";
    }
    return nanos == 0
        ? limit.toSeconds() + " s"
        : limit.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
