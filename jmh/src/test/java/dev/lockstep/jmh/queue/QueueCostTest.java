/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.queue;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.queue.QueueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class QueueCostTest {

  private final QueueCost cost = new QueueCost();

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SYNCHRONOUS")
  void whatIsTakenIsTheOldest(QueueKind kind) throws InterruptedException {
    cost.kind = kind;
    cost.fill();
    for (int i = 0; i < 1000; i++) {
      cost.putAndTake();
    }
    cost.verify();
  }

  @Test
  void anItemTooManyIsWrong() throws InterruptedException {
    cost.kind = QueueKind.CLOSABLE;
    cost.fill();
    cost.channel().put(new Object());
    assertThatThrownBy(cost::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("CLOSABLE gave 0 items in the wrong order and has 9 left of 8");
  }

  @Test
  void anotherThanTheOldestIsWrong() throws InterruptedException {
    cost.kind = QueueKind.DISRUPTOR;
    cost.fill();
    cost.channel().put(cost.channel().take());
    cost.putAndTake();
    assertThatThrownBy(cost::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("DISRUPTOR gave 1 items in the wrong order and has 8 left of 8");
  }

  @Test
  void aHandOverIsRefusedBeforeItHangs() {
    cost.kind = QueueKind.SYNCHRONOUS;
    assertThatIllegalArgumentException().isThrownBy(cost::fill);
  }
}
