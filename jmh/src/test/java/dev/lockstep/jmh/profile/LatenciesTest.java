/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.jmh.counter.Ledger;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void theLeastOfTheThreadsByTheMost() {
    Ledger ledger = new Ledger(CounterKind.VOLATILE, () -> 0, 3);
    for (int added : new int[] {60, 40, 80}) {
      long _ = ledger.settle(added);
    }
    assertThat(Latencies.fairness()).isEqualTo(0.5);
    for (int added : new int[] {90, 80, 100}) {
      long _ = ledger.settle(added);
    }
    assertThat(Latencies.fairness()).as("of the last iteration alone").isEqualTo(0.8);
  }

  @Test
  void threadsThatDidNothingAreNeitherFairNorUnfair() {
    Latencies.shares(0, 0);
    assertThat(Latencies.fairness()).isNaN();
    Latencies.shares(0, 5);
    assertThat(Latencies.fairness()).isZero();
  }

  @Test
  void whoWasAloneForLongIsNotCompared() {
    assertThat(Latencies.tells(1_000, 1_000)).isTrue();
    assertThat(Latencies.tells(1_000, 901)).isTrue();
    assertThat(Latencies.tells(1_000, 890)).isFalse();
  }

  @Test
  void theClockMoves() {
    assertThat(Latencies.clock()).isNotNegative();
  }
}
