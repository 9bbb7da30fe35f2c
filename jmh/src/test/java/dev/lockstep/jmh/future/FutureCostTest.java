/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.future;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.future.Promise;
import dev.lockstep.core.kernel.WrongResultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FutureCostTest {

  private final FutureCost cost = new FutureCost();

  @ParameterizedTest
  @EnumSource
  void whatIsPromisedIsKept(FutureKind kind) throws Exception {
    cost.kind = kind;
    Promise _ = cost.completeAndGet();
    Promise _ = cost.completeAndGet();
    cost.verify();
  }

  @Test
  void anyDifferenceIsWrong() {
    cost.kind = FutureKind.FUTURE_TASK;
    cost.difference = 4;
    assertThatThrownBy(cost::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("FUTURE_TASK returned another value than it was completed with");
  }
}
