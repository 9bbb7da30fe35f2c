/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Treiber's stack without nodes: the items are linked, and one that was popped is pushed again. So
 * it makes no garbage, and it is broken.
 *
 * <p>A thread reads that A is on top and B below it. Then others pop A, pop B and push A again. The
 * compare-and-set finds A on top as before, and puts B there, which belongs to somebody: the same
 * reference does not mean that nothing happened (ABA).
 */
final class ReusingStack implements Stack {

  private final AtomicReference<Item> top = new AtomicReference<>();

  @Override
  public void push(Item item) {
    Item seen;
    do {
      seen = top.get();
      item.putOn(seen);
    } while (!top.compareAndSet(seen, item));
  }

  @Override
  public Item pop() {
    while (true) {
      Item seen = top.get();
      if (seen == null) {
        return null;
      }
      Item next = seen.below();
      if (top.compareAndSet(seen, next)) {
        return seen;
      }
    }
  }
}
