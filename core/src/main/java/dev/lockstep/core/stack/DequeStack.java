/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What the platform has in its place: a deque of which one end is used. */
final class DequeStack implements Stack {

  private final Deque<Item> items = new ConcurrentLinkedDeque<>();

  @Override
  public void push(Item item) {
    items.addFirst(item);
  }

  @Override
  public Item pop() {
    return items.pollFirst();
  }
}
