/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.lock.LockKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockCostTest {

  private final LockCost cost = new LockCost();
  private final LockCost.Rounds mine = new LockCost.Rounds();

  @ParameterizedTest
  @EnumSource
  void everyRoundIsCountedAndTheLockIsFreeBehindIt(LockKind kind) {
    cost.kind = kind;
    cost.create(1);
    cost.lockAndUnlock(mine);
    cost.lockAndUnlock(mine);
    mine.settle(cost);
    assertThat(cost.counts[LockCost.MIDDLE]).isEqualTo(2);
    assertThat(cost.lock.tryLock()).isTrue();
  }

  /** As if two threads had been let in and one had trampled the other's increment. */
  @Test
  void aCountThatIsTrampledIsWrong() {
    cost.kind = LockKind.TICKET_LOCK;
    cost.create(1);
    cost.lockAndUnlock(mine);
    cost.counts[LockCost.MIDDLE]--;
    assertThatThrownBy(() -> mine.settle(cost))
        .isInstanceOf(WrongResultException.class)
        .hasMessage("TICKET_LOCK is 1 updates away from what 1 threads added");
  }
}
