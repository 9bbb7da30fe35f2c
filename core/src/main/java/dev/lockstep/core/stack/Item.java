/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

/** What lies in a stack. A stack without nodes of its own links the items themselves. */
public final class Item {

  private final int number;

  // Plain: the thread that pushes writes it before the compare-and-set that shows it to others.
  private Item below;

  /** An item that is in no stack. */
  public Item(int number) {
    this.number = number;
  }

  /** What tells it from others. */
  public int number() {
    return number;
  }

  /** The item that it was put on; for stacks that link items. */
  public Item below() {
    return below;
  }

  /** Puts it on another item. Called by the thread to which it belongs. */
  public void putOn(Item item) {
    below = item;
  }
}
