/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.ClosableQueue;
import java.time.Duration;

/**
 * What the actors do with a queue, told in numbers: the content of an item, or -1 for none. Actors
 * may not throw checked exceptions; nobody interrupts them, and if that happened, the error would
 * end the test.
 */
final class Trade {

  static final int NONE = -1;

  /** Every queue of pieces or places comes to the end of one within three items after so many. */
  private static final int WORN = 62;

  private static final Duration BRIEFLY = Duration.ofNanos(2_000);

  private static final int LOOKS = 200;

  private static final int TURNS = 1_000;

  private Trade() {}

  /** What may wait. */
  @FunctionalInterface
  interface Wait {
    void end() throws InterruptedException;
  }

  /** The content of the item that the queue gives up without waiting. */
  static int poll(Channel<Item> queue) {
    return content(queue.poll());
  }

  static int content(Item item) {
    return item == null ? NONE : item.content;
  }

  /** Where there is room: a refusal is an error. */
  static void offer(Channel<Item> queue, int content) {
    if (!queue.offer(new Item(content))) {
      throw new AssertionError("there was room for this item");
    }
  }

  /** Puts an item, takes one, and tells which. */
  static int putAndTake(Channel<Item> queue, int content) {
    offer(queue, content);
    return poll(queue);
  }

  /** The same, but waits for the item to take. */
  static int putAndWait(Channel<Item> queue, int content) {
    offer(queue, content);
    return take(queue);
  }

  /** How many items are left: what the queue says, if it gives as many, else -1. */
  static int left(Channel<Item> queue) {
    int size = queue.size();
    int given = 0;
    while (queue.poll() != null) {
      given++;
    }
    return given == size ? size : NONE;
  }

  /** The same queue with items in all places but one, however many the kind has made of them. */
  static Channel<Item> allButFull(Channel<Item> queue) {
    for (int place = 1; place < queue.capacity(); place++) {
      offer(queue, 0);
    }
    return queue;
  }

  /** The same queue with items in all places. */
  static Channel<Item> full(Channel<Item> queue) {
    offer(allButFull(queue), 0);
    return queue;
  }

  /** The same queue, empty, but not new any more. */
  static Channel<Item> worn(Channel<Item> queue) {
    for (int item = 0; item < WORN; item++) {
      int _ = putAndTake(queue, 0);
    }
    return queue;
  }

  /** About as long as a thread needs to fall asleep, or to wake up. No outcome depends on it. */
  static void dally() {
    for (int turn = 0; turn < TURNS; turn++) {
      Thread.onSpinWait();
    }
  }

  /** Whether it is seen to hold more than it may, within some microseconds. */
  static boolean passesItsBound(Channel<Item> queue) {
    for (int look = 0; look < LOOKS; look++) {
      if (queue.size() > queue.capacity()) {
        return true;
      }
    }
    return false;
  }

  static void put(Channel<Item> queue, int content) {
    await(() -> queue.put(new Item(content)));
  }

  static int take(Channel<Item> queue) {
    try {
      return content(queue.take());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Gives up after about the time that an item may take to come. */
  static int pollBriefly(Channel<Item> queue) {
    try {
      return content(queue.poll(BRIEFLY));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Whether a call was accepted; refused is one that comes once too often. */
  static boolean accepted(Runnable call) {
    try {
      call.run();
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  /** How many items a consumer was given until it met its sentinel. */
  static int countToTheEnd(ClosableQueue<Item> queue) {
    int[] items = new int[1];
    await(() -> queue.forEach(_ -> items[0]++));
    return items[0];
  }

  static void await(Wait wait) {
    try {
      wait.end();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AssertionError interrupted(InterruptedException e) {
    return new AssertionError("nobody interrupts this actor", e);
  }
}
