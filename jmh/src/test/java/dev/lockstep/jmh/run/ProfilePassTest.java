/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilePassTest {

  private static final Series USUAL = new Series(10, 20, 100);

  @Test
  void aShortOperationIsProfiledAsLongAsAllOthers() {
    Series scored = new Series(3, 7, 100);
    assertThat(ProfilePass.profileSeries(USUAL, scored, fork(2.2, 1.0))).isEqualTo(USUAL);
    assertThat(ProfilePass.profileSeries(USUAL, scored, null)).isEqualTo(USUAL);
  }

  @Test
  void anOperationThatOutlastsItsIterationIsRepeatedOnlyAsOftenAsThatTakes() {
    Series scored = new Series(1, 3, 100);
    assertThat(ProfilePass.profileSeries(USUAL, scored, fork(6.0, 1100.0)))
        .isEqualTo(new Series(0, 2, 100));
    assertThat(ProfilePass.profileSeries(USUAL, scored, fork(60.0, 1100.0)))
        .isEqualTo(new Series(0, 1, 100));
  }

  @Test
  void shotsTakeAsLongTogether() {
    Series scored = new Series(2, 5, 0);
    assertThat(ProfilePass.profileSeries(USUAL, scored, fork(3.0, 100.0)))
        .isEqualTo(new Series(0, 30, 0));
    assertThat(ProfilePass.profileSeries(USUAL, scored, fork(3.0, 5000.0)))
        .isEqualTo(new Series(0, 5, 0));
  }

  private static TrialRecord.Fork fork(double seconds, double score) {
    return new TrialRecord.Fork(
        1,
        "2026-01-01T00:00:00Z",
        seconds,
        false,
        "ms/op",
        List.of(),
        List.of(score),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        true);
  }
}
