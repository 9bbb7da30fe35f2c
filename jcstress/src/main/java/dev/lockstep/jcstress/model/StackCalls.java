/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/** What threads call that push numbered items on a stack and pop them; 0 stands for no item. */
public final class StackCalls {

  private static final int MOST = 4;

  private final Stack stack = ObjectUnderTest.create(Stack.class);

  public void push1() {
    stack.push(new Item(1));
  }

  public void push2() {
    stack.push(new Item(2));
  }

  public void push3() {
    stack.push(new Item(3));
  }

  /** Puts 1 on 2 on 3. */
  public void fill() {
    push3();
    push2();
    push1();
  }

  public int pop() {
    return number(stack.pop());
  }

  /** Pops two items, pushes the first of them again and returns the second. */
  public int popUnderTheTop() {
    Item top = stack.pop();
    int second = pop();
    stack.push(top);
    return second;
  }

  /** What is left; of a circle some of it. */
  public List<Integer> rest() {
    List<Integer> rest = new ArrayList<>();
    for (int item = pop(); item != 0 && rest.size() < MOST; item = pop()) {
      rest.add(item);
    }
    return rest;
  }

  private static int number(Item item) {
    return item == null ? 0 : item.number();
  }
}
