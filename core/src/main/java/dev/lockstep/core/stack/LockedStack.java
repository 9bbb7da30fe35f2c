/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

import java.util.ArrayDeque;
import java.util.Deque;

/** The stack of one thread under a monitor. */
public final class LockedStack implements Stack {

  private final Deque<Item> items = new ArrayDeque<>();

  @Override
  public synchronized void push(Item item) {
    items.addFirst(item);
  }

  @Override
  public synchronized Item pop() {
    return items.pollFirst();
  }
}
