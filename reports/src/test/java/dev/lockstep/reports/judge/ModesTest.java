/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.reports.report.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModesTest {

  private static List<Mode> of(double... means) {
    return Modes.of(Arrays.stream(means).map(StrictMath::log).toArray());
  }

  @Test
  void twoPacesAreTwoModesWhateverTheOrder() {
    List<Mode> modes = of(35, 10, 36, 34, 10.2, 35.5);
    assertThat(modes.stream().map(Mode::forks)).containsExactly(2, 4);
    assertThat(modes.get(0).score()).isCloseTo(10.1, within(0.01));
    assertThat(modes.get(1).score()).isCloseTo(35.1, within(0.05));
  }

  @Test
  void oneOutlierIsNoMode() {
    assertThat(of(10, 10.1, 10.2, 9.9, 10, 35)).isEmpty();
  }

  @Test
  void fiveForksAreTooFew() {
    assertThat(of(10, 10.1, 35, 35.1, 35.2)).isEmpty();
  }

  @Test
  void whatDiffersLittleIsOneFigure() {
    assertThat(of(10, 10.01, 10.02, 11.5, 11.51, 11.52)).isEmpty();
    assertThat(of(10, 10.01, 10.02, 12.5, 12.51, 12.52)).hasSize(2);
  }

  @Test
  void whatSpreadsWithoutAGapIsOneFigure() {
    assertThat(of(10, 13, 17, 22, 29, 38)).isEmpty();
  }

  /** By a fixed seed, so that it is the same everywhere. */
  @Test
  void aBellCurveSeldomLooksLikeTwo() {
    Random random = new Random(1);
    int two = 0;
    for (int i = 0; i < 10_000; i++) {
      two += Modes.of(random.doubles(6, -1, 1).map(any -> random.nextGaussian()).toArray()).size();
    }
    assertThat(two / 2.0 / 10_000).isBetween(0.001, 0.02);
  }

  @Test
  void noForksHaveNoModes() {
    assertThat(of()).isEmpty();
  }
}
