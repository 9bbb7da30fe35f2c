/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.StackKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StackCostTest {

  private final StackCost cost = new StackCost();

  private StackCost.Hand hand(StackKind kind) {
    cost.kind = kind;
    cost.create(1);
    StackCost.Hand hand = new StackCost.Hand();
    hand.take(0);
    return hand;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPushedIsPopped(StackKind kind) {
    StackCost.Hand hand = hand(kind);
    for (int i = 0; i < 10; i++) {
      cost.pushAndPop(hand);
    }
    hand.settle(cost);
  }

  @Test
  void anItemFromNowhereIsWrong() {
    StackCost.Hand hand = hand(StackKind.LOCKED);
    cost.stack = new Top(new Item(5));
    cost.pushAndPop(hand);
    assertThatThrownBy(() -> hand.settle(cost))
        .isInstanceOf(WrongResultException.class)
        .hasMessageContaining("LOCKED");
  }

  @Test
  void anItemThatIsLostIsWrong() {
    StackCost.Hand hand = hand(StackKind.TREIBER);
    cost.stack = new Top(null);
    cost.pushAndPop(hand);
    assertThatThrownBy(() -> hand.settle(cost)).isInstanceOf(WrongResultException.class);
  }

  private record Top(Item pop) implements dev.lockstep.core.stack.Stack {
    @Override
    public void push(Item item) {}
  }
}
