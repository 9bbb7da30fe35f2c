/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.order.Cell;
import dev.lockstep.core.order.OrderKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderCostTest {

  private final OrderCost cost = new OrderCost();

  @ParameterizedTest
  @EnumSource
  void whatIsStoredIsThere(OrderKind kind) {
    cost.kind = kind;
    cost.create();
    assertThat(cost.storeThenLoad()).isEqualTo(42);
    assertThat(cost.storeThenLoad()).isEqualTo(42);
    cost.verify();
  }

  @Test
  void aWrongLoadAndAStoreThatIsLostAreWrong() {
    cost.kind = OrderKind.PLAIN;
    cost.create();
    cost.loaded.set(41);
    long _ = cost.storeThenLoad();
    assertThatThrownBy(cost::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("PLAIN gave another value than was stored");
    OrderCost lost = new OrderCost();
    lost.kind = OrderKind.PLAIN;
    lost.create();
    lost.stored = new Deaf();
    long _ = lost.storeThenLoad();
    assertThatThrownBy(lost::verify).isInstanceOf(WrongResultException.class);
  }

  private static final class Deaf implements Cell {
    @Override
    public void set(long value) {}

    @Override
    public long get() {
      return 0;
    }
  }
}
