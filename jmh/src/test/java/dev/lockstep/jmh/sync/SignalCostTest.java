/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.sync.SyncKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class SignalCostTest {

  private final SignalCost cost = new SignalCost();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BARRIER")
  void aThreadHearsItsOwnSignal(SyncKind kind) throws InterruptedException {
    cost.kind = kind;
    cost.check();
    assertThat(cost.sendAndAwait()).isNotSameAs(cost.sendAndAwait());
    cost.verify();
  }

  @Test
  void aThreadThatIsLeftInterruptedIsWrong() {
    cost.kind = SyncKind.INTERRUPT;
    Thread.currentThread().interrupt();
    assertThatThrownBy(cost::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("INTERRUPT left its thread interrupted after the wait");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aBarrierIsRefusedBeforeItHangs() {
    cost.kind = SyncKind.BARRIER;
    assertThatIllegalArgumentException().isThrownBy(cost::check);
  }
}
