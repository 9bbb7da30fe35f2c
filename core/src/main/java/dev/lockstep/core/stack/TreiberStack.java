/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Treiber's stack: a list of nodes, whose first one is exchanged by compare-and-set. A thread that
 * was overtaken begins anew, and one of those that meet always comes through.
 *
 * <p>Each push makes a node, and a node is never pushed twice. While a thread still holds one the
 * collector keeps it, so that no other node can be taken for it: if the node on top is the one that
 * was read, what lies below it is what lay there then.
 */
public final class TreiberStack implements Stack {

  private record Node(Item item, Node next) {}

  private final AtomicReference<Node> top = new AtomicReference<>();

  @Override
  public void push(Item item) {
    Node seen;
    do {
      seen = top.get();
    } while (!top.compareAndSet(seen, new Node(item, seen)));
  }

  @Override
  public Item pop() {
    while (true) {
      Node seen = top.get();
      if (seen == null) {
        return null;
      }
      if (top.compareAndSet(seen, seen.next)) {
        return seen.item;
      }
    }
  }
}
