/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.reports.judge.GrainJudge.Reached;
import dev.lockstep.reports.report.Executors.BreakEven;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrainJudgeTest {
  private static final List<Reached> REACHED =
      List.of(new Reached(64, 0.1), new Reached(1024, 0.4), new Reached(16_384, 0.8));

  @Test
  void theSlopeIsTheCostOfATask() {
    double[] tasks = {1, 10, 100};
    double[] more = {5 + 7, 5 + 70, 5 + 700};
    assertThat(GrainJudge.slope(tasks, more)).isCloseTo(7, within(1e-9));
    assertThat(GrainJudge.slope(new double[] {3, 3}, new double[] {1, 2})).isZero();
  }

  @Test
  void breakEvenLiesBetweenTwoGrains() {
    BreakEven half = GrainJudge.breakEven(REACHED, 0.5);
    assertThat(half.where()).isEqualTo("AT");
    // A quarter of the way from 2^10 to 2^14, on the logarithm.
    assertThat(half.steps()).isCloseTo(2048, within(1e-6));
  }

  @Test
  void breakEvenMayLieBeyondWhatWasMeasured() {
    assertThat(GrainJudge.breakEven(REACHED, 0.9)).isEqualTo(new BreakEven("ABOVE", 16_384));
    assertThat(GrainJudge.breakEven(REACHED, 0.05)).isEqualTo(new BreakEven("BELOW", 64));
    assertThat(GrainJudge.breakEven(List.of(), 0.5)).isNull();
  }
}
