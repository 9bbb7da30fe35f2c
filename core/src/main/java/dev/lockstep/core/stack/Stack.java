/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

/**
 * A stack of items. An item that was popped belongs to the thread that popped it, until it pushes
 * the item again.
 *
 * <p>A kind is {@link dev.lockstep.core.Construct.Guarantee#EXACT} if pushes and pops stand in one
 * order, in which a pop gives the newest item, and each push is popped once. In other kinds an item
 * may be popped twice, or never.
 */
public interface Stack {

  /** Puts an item on top. */
  void push(Item item);

  /** Takes the item on top; null if there is none. */
  Item pop();
}
