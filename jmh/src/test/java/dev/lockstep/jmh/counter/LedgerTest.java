/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.kernel.WrongResultException;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private final Counter counter = CounterKind.ATOMIC.create();

  @Test
  void theLastThreadToSettleKnowsWhatIsLost() {
    Ledger ledger = new Ledger(CounterKind.VOLATILE, counter::value, 2);
    counter.increment(7);
    assertThat(ledger.settle(5)).isZero();
    assertThat(ledger.settle(5)).isEqualTo(3);
  }

  @Test
  void everyIterationStandsAlone() {
    Ledger ledger = new Ledger(CounterKind.VOLATILE, counter::value, 1);
    counter.increment(7);
    assertThat(ledger.settle(10)).isEqualTo(3);
    counter.increment(4);
    assertThat(ledger.settle(4)).isZero();
  }

  @Test
  void aCounterThatWrapsAroundLosesNothing() {
    Ledger ledger = new Ledger(CounterKind.ATOMIC, counter::value, 1);
    counter.increment(Integer.MAX_VALUE);
    assertThat(ledger.settle(Integer.MAX_VALUE)).isZero();
    counter.increment(10);
    assertThat(ledger.settle(10)).isZero();
  }

  @Test
  void anExactKindThatLosesIsWrong() {
    Ledger ledger = new Ledger(CounterKind.REENTRANT_LOCK, counter::value, 1);
    counter.increment(9);
    assertThatThrownBy(() -> ledger.settle(10))
        .isInstanceOf(WrongResultException.class)
        .hasMessage("REENTRANT_LOCK is 1 updates away from what 1 threads added");
  }

  @Test
  void anExactKindThatInventsUpdatesIsWrong() {
    Ledger ledger = new Ledger(CounterKind.REENTRANT_LOCK, counter::value, 1);
    counter.increment(11);
    assertThatThrownBy(() -> ledger.settle(10)).isInstanceOf(WrongResultException.class);
  }
}
