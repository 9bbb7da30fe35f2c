/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.lockstep.reports.judge.ScalingLaws.Measured;
import dev.lockstep.reports.report.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves that were made by a law give back what they were made of. */
class ScalingLawsTest {
  private static final double[] WORKERS = {1, 2, 3, 4, 8, 16};

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.25, 0.5, 0.9})
  void amdahlFindsTheSerialFraction(double s) {
    Sweep.Amdahl fit = ScalingLaws.amdahl(curve(w -> 1 / (s + (1 - s) / w), 0));
    assertThat(fit.serialFraction()).isCloseTo(s, withinPercentage(1));
    assertThat(fit.residual()).isLessThan(1e-9);
  }

  @Test
  void amdahlStaysBetweenNoneAndAll() {
    assertThat(ScalingLaws.amdahl(curve(w -> 1.1 * w, 0)).serialFraction()).isZero();
    assertThat(ScalingLaws.amdahl(curve(w -> 0.7, 0)).serialFraction()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.05, 0.001", "0.95, 0.2, 0.01", "1, 0.02, 0.0005", "1.1, 0.4, 0.02"})
  void uslFindsItsThreeParameters(double lambda, double sigma, double kappa) {
    Sweep.Usl fit =
        ScalingLaws.usl(curve(w -> lambda * w / (1 + sigma * (w - 1) + kappa * w * (w - 1)), 0));
    assertThat(fit.lambda()).isCloseTo(lambda, withinPercentage(1));
    assertThat(fit.sigma()).isCloseTo(sigma, withinPercentage(1));
    assertThat(fit.kappa()).isCloseTo(kappa, withinPercentage(1));
    assertThat(fit.peak()).isCloseTo(Math.sqrt((1 - sigma) / kappa), withinPercentage(1));
    assertThat(fit.residual()).isLessThan(1e-9);
  }

  @Test
  void uslHoldsAtZeroWhatWouldBeNegative() {
    Sweep.Usl better = ScalingLaws.usl(curve(w -> w * (1 + 0.01 * w), 0));
    assertThat(better.sigma()).isZero();
    assertThat(better.kappa()).isZero();
    assertThat(better.peak()).isNull();
    assertThat(better.residual()).isGreaterThan(0.01);
  }

  @Test
  void noiseShowsInTheResidual() {
    Sweep.Amdahl fit = ScalingLaws.amdahl(curve(w -> 1 / (0.25 + 0.75 / w), 0.02));
    assertThat(fit.serialFraction()).isCloseTo(0.25, within(0.02));
    assertThat(fit.residual()).isBetween(0.01, 0.03);
  }

  @Test
  void karpFlattTakesOneSpeedupForASerialFraction() {
    assertThat(ScalingLaws.karpFlatt(4, 1 / (0.1 + 0.9 / 4), 4)).isCloseTo(0.1, within(1e-12));
    assertThat(ScalingLaws.karpFlatt(2, 2.0, 2)).isCloseTo(0, within(1e-12));
    assertThat(ScalingLaws.karpFlatt(1, 1, 4)).isNull();
    assertThat(ScalingLaws.karpFlatt(8, 2, 4)).isNull();
    assertThat(ScalingLaws.karpFlatt(null, 2, 4)).isNull();
  }

  /** Noise goes up and down by turns. */
  private static List<Measured> curve(DoubleUnaryOperator law, double noise) {
    List<Measured> points = new ArrayList<>();
    for (double w : WORKERS) {
      double sign = points.size() % 2 == 0 ? 1 : -1;
      points.add(new Measured(w, law.applyAsDouble(w) * (1 + sign * noise)));
    }
    return points;
  }
}
