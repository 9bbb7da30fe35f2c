/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one thread sees; what two do to each other is asked by the stress tests. */
class StackKindTest {

  @ParameterizedTest
  @EnumSource
  void theNewestItemComesFirst(StackKind kind) {
    Stack stack = kind.create();
    assertThat(stack.pop()).isNull();
    for (int number = 1; number <= 3; number++) {
      stack.push(new Item(number));
    }
    assertThat(stack.pop().number()).isEqualTo(3);
    stack.push(new Item(4));
    assertThat(stack.pop().number()).isEqualTo(4);
    assertThat(stack.pop().number()).isEqualTo(2);
    assertThat(stack.pop().number()).isEqualTo(1);
    assertThat(stack.pop()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void anItemThatWasPoppedCanBePushedAgain(StackKind kind) {
    Stack stack = kind.create();
    Item item = new Item(1);
    Item below = new Item(2);
    stack.push(item);
    Item popped = stack.pop();
    assertThat(popped).isSameAs(item);
    stack.push(below);
    stack.push(popped);
    assertThat(stack.pop()).isSameAs(item);
    assertThat(stack.pop()).isSameAs(below);
    assertThat(stack.pop()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void stacksOfOneKindShareNothing(StackKind kind) {
    kind.create().push(new Item(1));
    assertThat(kind.create().pop()).isNull();
  }
}
