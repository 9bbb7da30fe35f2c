/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.lock.LockKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TryLockCostTest {

  private final TryLockCost cost = new TryLockCost();
  private final TryLockCost.Attempts attempts = new TryLockCost.Attempts();

  @BeforeEach
  void create() {
    cost.kind = LockKind.SEMAPHORE;
    cost.create(1);
  }

  @Test
  void eachAttemptIsCountedAsWhatItWas() {
    cost.tryLock(attempts);
    cost.tryLock(attempts);
    assertThat(cost.lock.tryLock()).isTrue();
    cost.tryLock(attempts);
    cost.lock.unlock();
    attempts.settle(cost);
    assertThat(attempts.acquired).isEqualTo(2);
    assertThat(attempts.refused).isEqualTo(1);
  }

  @Test
  void everyIterationStandsAlone() {
    cost.tryLock(attempts);
    attempts.settle(cost);
    cost.tryLock(attempts);
    attempts.settle(cost);
    assertThat(attempts.acquired).isEqualTo(1);
  }

  /** As if two threads had been let in and one had trampled the other's increment. */
  @Test
  void aCountThatIsTrampledIsWrong() {
    cost.tryLock(attempts);
    cost.count--;
    assertThatThrownBy(() -> attempts.settle(cost))
        .isInstanceOf(WrongResultException.class)
        .hasMessage("SEMAPHORE is 1 updates away from what 1 threads added");
  }
}
