/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Pace PACE = new Pace(2, 2.1);

  /** A fork whose threads kept so many CPUs busy, and what divisions took meanwhile. */
  private static TrialRecord.Fork fork(double busy, Double alone, Double together) {
    return Forks.divided(10, 10 * busy, alone, together);
  }

  private static String words(int threads, TrialRecord.Fork fork) {
    return PACE.compared(threads, fork).disturbed();
  }

  @Test
  void whatKeepsAllCpusBusyIsDisturbedWhereTheySlowOneAnotherDown() {
    assertThat(words(1, fork(1.9, 2.0, 3.15)))
        .isEqualTo("its CPUs were slower, a division took 1.50 times as long as in other forks");
    assertThat(words(2, fork(0.9, 2.0, 3.15))).isNotNull();
  }

  @Test
  void whatKeepsOneCpuBusyIsNot() {
    assertThat(words(1, fork(1.0, 2.0, 3.15))).isNull();
    assertThat(words(1, fork(1.0, 3.0, 3.15))).contains("1.50 times");
  }

  @Test
  void aClockGoesUpAndDown() {
    assertThat(words(1, fork(1.9, 2.4, 2.5))).isNull();
  }

  @Test
  void whatIsNotKnownDisturbsNobody() {
    assertThat(words(1, fork(1.9, null, null))).isNull();
    Pace unknown = Pace.of(List.of(fork(1.9, null, null)));
    assertThat(unknown.compared(1, fork(1.9, 9.0, 9.0)).disturbed()).isNull();
  }

  @Test
  void itsBestIsThatOfOneForkInTen() {
    List<TrialRecord.Fork> forks = new ArrayList<>();
    for (int fork = 0; fork < 20; fork++) {
      forks.add(fork(1, fork < 2 ? 1.0 : 2.0, fork < 19 ? 4.0 : 2.0));
    }
    assertThat(Pace.of(forks)).isEqualTo(new Pace(2, 4));
    assertThat(Pace.of(forks.subList(0, 3)).alone()).isEqualTo(1);
  }

  @Test
  void anotherDisturbanceKeepsItsName() {
    TrialRecord.Fork named = fork(1.9, 2.0, 4.0).disturbed("the hypervisor took 12 %");
    assertThat(words(1, named)).isEqualTo("the hypervisor took 12 %");
  }
}
