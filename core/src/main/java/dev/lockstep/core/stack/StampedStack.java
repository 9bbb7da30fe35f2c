/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

import java.util.concurrent.atomic.AtomicStampedReference;

/**
 * Treiber's stack over linked items that are used again, with a stamp beside the reference to the
 * one on top. Each change counts the stamp up, so that the compare-and-set of a thread which was
 * overtaken fails, be the same item on top or not. What it has read of the item below is then
 * thrown away.
 *
 * <p>{@link AtomicStampedReference} makes an object of reference and stamp at each change, which is
 * no less than a node.
 */
public final class StampedStack implements Stack {

  private final AtomicStampedReference<Item> top = new AtomicStampedReference<>(null, 0);

  @Override
  public void push(Item item) {
    int[] stamp = new int[1];
    Item below;
    do {
      below = top.get(stamp);
      item.putOn(below);
    } while (!top.compareAndSet(below, item, stamp[0], stamp[0] + 1));
  }

  @Override
  public Item pop() {
    int[] held = new int[1];
    while (true) {
      Item seen = top.get(held);
      if (seen == null) {
        return null;
      }
      Item next = seen.below();
      if (top.compareAndSet(seen, next, held[0], held[0] + 1)) {
        return seen;
      }
    }
  }
}
