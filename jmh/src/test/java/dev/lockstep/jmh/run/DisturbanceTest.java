/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.jmh.run.Disturbance.Clock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisturbanceTest {

  private static final Clock START = new Clock(100_000, 500, 60_000, 2_000);

  /** A second of two CPUs later. */
  private static Clock later(long stolen, long busy, long own) {
    return new Clock(102_000, 500 + stolen, 60_000 + busy, 2_000 + own);
  }

  private static String words(Clock later) {
    return Disturbance.between(START, later).words();
  }

  @Test
  void whatAForkUsesItselfDoesNotDisturbIt() {
    assertThat(words(later(0, 1_900, 1_850))).isNull();
    assertThat(words(later(40, 1_000, 1_000))).isNull();
  }

  @Test
  void whatOthersUseOrTheHypervisorTakesDoes() {
    assertThat(words(later(0, 1_900, 1_700)))
        .isEqualTo("other processes took 10 % of the CPU time");
    assertThat(words(later(120, 1_800, 1_800)))
        .isEqualTo("the hypervisor took 6 % of the CPU time");
  }

  @Test
  void aSystemThatTellsNothingDisturbsNobody() {
    Clock unknown = new Clock(0, 0, 0, 0);
    assertThat(Disturbance.between(unknown, unknown).words()).isNull();
  }

  /** The clocks of this system agree with what this process has used. */
  @Test
  void ownTimeIsPartOfAllTime() {
    Clock before = Clock.now();
    long sum = 0;
    for (long start = System.nanoTime();
        System.nanoTime() - start < Duration.ofMillis(50).toNanos(); ) {
      sum += start;
    }
    Clock after = Clock.now();
    assertThat(sum).isNotZero();
    assertThat(after.own()).isGreaterThan(before.own());
    assertThat(after.all()).isGreaterThanOrEqualTo(before.all());
  }

  @Test
  void wordsAreThoseOfNoLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(words(later(120, 1_800, 1_800))).contains("6 %");
    } finally {
      Locale.setDefault(before);
    }
  }
}
