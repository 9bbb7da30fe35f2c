/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.unit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.unit.UnitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpawnCostTest {

  private final SpawnCost cost = new SpawnCost();

  @ParameterizedTest
  @EnumSource
  void everyStartIsAccountedFor(UnitKind kind) throws InterruptedException {
    cost.kind = kind;
    cost.open();
    long _ = cost.spawn();
    long _ = cost.spawn();
    cost.verify();
    cost.close();
  }

  @Test
  void workThatWasDoneTwiceIsWrong() throws InterruptedException {
    cost.kind = UnitKind.CALL;
    cost.open();
    long _ = cost.spawn();
    cost.again();
    assertThatThrownBy(cost::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("CALL did its work 2 times instead of 1");
  }
}
