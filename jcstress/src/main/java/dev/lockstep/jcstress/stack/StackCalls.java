/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.stack;

import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.Stack;

/** What the tests of stacks do with a stack; {@value #NONE} stands for no item. */
final class StackCalls {

  static final int NONE = 0;

  private StackCalls() {}

  /** So many items, each at the index that is its number. */
  static Item[] items(int count) {
    Item[] items = new Item[count + 1];
    for (int number = 1; number <= count; number++) {
      items[number] = new Item(number);
    }
    return items;
  }

  /** The number of the item that is popped. */
  static int pop(Stack stack) {
    Item item = stack.pop();
    return item == null ? NONE : item.number();
  }

  /**
   * What became of so many items, of which these were popped and belong to a thread, and the others
   * lie in the stack. In one that is broken they may lie in a circle, so no more are popped here
   * than there are.
   */
  static String verdict(Stack stack, int count, int... popped) {
    int[] seen = new int[count + 1];
    for (int item : popped) {
      seen[item]++;
    }
    int item = pop(stack);
    for (int i = 0; i <= count && item != NONE; i++) {
      seen[item]++;
      item = pop(stack);
    }
    String verdict = "once";
    for (int number = 1; number <= count; number++) {
      if (seen[number] > 1) {
        return "twice";
      }
      if (seen[number] == 0) {
        verdict = "lost";
      }
    }
    return verdict;
  }

  /**
   * What two threads have done with a stack, in a word. The one has pushed the first half of the
   * numbers, the other one the second half, in this order, and each has popped two after each two.
   */
  static String verdict(Stack stack, int[] mine, int[] yours) {
    int[] popped = new int[mine.length + yours.length];
    System.arraycopy(mine, 0, popped, 0, mine.length);
    System.arraycopy(yours, 0, popped, mine.length, yours.length);
    String verdict = verdict(stack, popped.length, popped);
    if (!verdict.equals("once")) {
      return verdict;
    }
    boolean overlooked = false;
    boolean overtaken = false;
    boolean swapped = false;
    for (int i = 0; i < popped.length; i++) {
      overlooked |= popped[i] == NONE;
      swapped |= !isOwn(popped[i], i, mine.length);
      overtaken |=
          i % 2 == 1
              && popped[i - 1] < popped[i]
              && isOwn(popped[i - 1], i, mine.length)
              && isOwn(popped[i], i, mine.length);
    }
    return overlooked ? "overlooked" : overtaken ? "overtaken" : swapped ? "swapped" : "own";
  }

  /** Whether a number is of the thread that has popped at this place. */
  private static boolean isOwn(int number, int place, int half) {
    return number != NONE && (number <= half) == (place < half);
  }
}
