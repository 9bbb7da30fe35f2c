/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.Stack;
import dev.lockstep.core.stack.StackKind;
import org.junit.jupiter.api.Test;

class StackCallsTest {

  private static Stack of(int... numbers) {
    Stack stack = StackKind.LOCKED.create();
    for (int number : numbers) {
      stack.push(new Item(number));
    }
    return stack;
  }

  @Test
  void anItemIsPoppedOnceOrTwiceOrLost() {
    assertThat(StackCalls.verdict(of(2, 3), 3, 1)).isEqualTo("once");
    assertThat(StackCalls.verdict(of(2, 3, 1), 3, 1)).isEqualTo("twice");
    assertThat(StackCalls.verdict(of(), 2, 1, 1)).isEqualTo("twice");
    assertThat(StackCalls.verdict(of(3), 3, 1)).isEqualTo("lost");
  }

  @Test
  void aCircleEnds() {
    Item item = new Item(1);
    Stack circle =
        new Stack() {
          @Override
          public void push(Item pushed) {}

          @Override
          public Item pop() {
            return item;
          }
        };
    assertThat(StackCalls.verdict(circle, 3, 2, 3)).isEqualTo("twice");
  }

  @Test
  void whoPopsWhatIsTold() {
    assertThat(verdict(new int[] {2, 1}, new int[] {4, 3})).isEqualTo("own");
    assertThat(verdict(new int[] {2, 3}, new int[] {4, 1})).isEqualTo("swapped");
    assertThat(verdict(new int[] {3, 4}, new int[] {2, 1})).isEqualTo("swapped");
    assertThat(verdict(new int[] {1, 2}, new int[] {4, 3})).isEqualTo("overtaken");
    assertThat(verdict(new int[] {2, 1}, new int[] {3, 4})).isEqualTo("overtaken");
    assertThat(verdict(new int[] {2, 2}, new int[] {4, 3})).isEqualTo("twice");
    assertThat(verdict(new int[] {2, 0}, new int[] {4, 3})).isEqualTo("lost");
    assertThat(StackCalls.verdict(of(1), new int[] {2, 0}, new int[] {4, 3}))
        .isEqualTo("overlooked");
  }

  private static String verdict(int[] mine, int[] yours) {
    return StackCalls.verdict(of(), mine, yours);
  }
}
