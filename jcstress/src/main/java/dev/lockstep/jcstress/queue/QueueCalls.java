/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.watch.Watch;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the tests of queues do with a queue; {@value #NONE} stands for no item. */
final class QueueCalls {

  static final int NONE = 0;

  /** Longer than any machine stands still. */
  static final Duration LONG = Duration.ofDays(1);

  /** A queue that keeps its items in pieces of 128 comes to the end of one within the next five. */
  private static final int ALMOST_A_PIECE = 124;

  /**
   * A thread for the second operation of an actor that waits: on two CPUs a third actor has none.
   */
  static final ExecutorService OTHER_THREAD =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("other").factory());

  private QueueCalls() {}

  /** A new queue of a kind that holds so many items, if the kind can have a bound. */
  static <T> Channel<T> create(QueueKind kind, int capacity) {
    return kind.create(kind.bounds().nearest(capacity));
  }

  /** The same queue, empty, but not new any more: the next items come to the end of its array. */
  static Channel<Integer> worn(Channel<Integer> queue) {
    for (int i = Math.min(queue.capacity() - 1, ALMOST_A_PIECE); i > 0; i--) {
      offer(queue, 1);
      int _ = poll(queue);
    }
    return queue;
  }

  /** The same queue with items in all places but one, however many the kind has made of them. */
  static Channel<Integer> allButFull(Channel<Integer> queue) {
    for (int i = queue.capacity() - 1; i > 0; i--) {
      offer(queue, 1);
    }
    return queue;
  }

  /** The same queue with items in all places. */
  static Channel<Integer> full(Channel<Integer> queue) {
    offer(allButFull(queue), 1);
    return queue;
  }

  /** Where there is room: a refusal is an error. */
  static void offer(Channel<Integer> queue, int item) {
    if (!queue.offer(item)) {
      throw new AssertionError("there was room for this item");
    }
  }

  /** The item that the queue gives up without waiting. */
  static int poll(Channel<Integer> queue) {
    return number(queue.poll());
  }

  static int number(Integer item) {
    return item == null ? NONE : item;
  }

  /** The item that the queue gives up in this time. */
  static int poll(Channel<Integer> queue, Duration timeout) {
    return number(resultOf(() -> queue.poll(timeout)));
  }

  /** Where there is room, so that this does not wait. */
  static void put(TaskQueue<Integer> queue, int item) {
    uninterrupted(() -> queue.put(item));
  }

  /** Where there is room, so that this does not wait. */
  static void put(EndingQueue<Integer> queue, int item) {
    uninterrupted(() -> queue.put(item));
  }

  /** Runs an operation that may wait, in a thread that nobody interrupts. */
  static void uninterrupted(Watch.Operation operation) {
    Object _ =
        resultOf(
            () -> {
              operation.run();
              return null;
            });
  }

  /** The result of an operation that may wait, in a thread that nobody interrupts. */
  static <T> T resultOf(Callable<T> operation) {
    try {
      return operation.call();
    } catch (Exception e) {
      throw new AssertionError("the operation failed", e);
    }
  }

  /** Gives a woken thread the time to go wrong. No outcome depends on it. */
  @SuppressWarnings("ThreadPriorityCheck") // the woken thread may need this processor
  static void dally() {
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 50; j++) {
        Thread.onSpinWait();
      }
      Thread.yield();
    }
  }

  /**
   * What two threads have done with a queue, in a word. The one has put the first half of the
   * numbers from 1 on, in this order, the other one the second half, and each has taken as many.
   */
  static String verdict(Channel<Integer> queue, int[] mine, int[] yours) {
    int[] seen = new int[1 + mine.length + yours.length];
    for (int i = 0; i < mine.length; i++) {
      seen[mine[i]]++;
      seen[yours[i]]++;
    }
    int nothing = seen[NONE];
    for (int i = 0; i < nothing; i++) {
      seen[poll(queue)]++;
    }
    boolean lost = false;
    boolean swapped = false;
    for (int item = 1; item < seen.length; item++) {
      if (seen[item] > 1) {
        return "twice";
      }
      lost |= seen[item] == 0;
    }
    for (int i = 0; i < mine.length; i++) {
      swapped |= mine[i] > mine.length;
    }
    boolean ordered = isOrdered(mine) && isOrdered(yours);
    return lost
        ? "lost"
        : nothing > 0 ? "overlooked" : !ordered ? "overtaken" : swapped ? "swapped" : "own";
  }

  /** How the items came that one thread has put, from 1 on: a skipped one was overtaken, too. */
  static String order(int[] taken) {
    boolean inOrder = true;
    for (int i = 0; i < taken.length; i++) {
      inOrder &= taken[i] == i + 1;
    }
    boolean different = Arrays.stream(taken).distinct().count() == taken.length;
    return inOrder ? "in order" : different ? "overtaken" : "twice";
  }

  /** Whether no item was taken before one that the same thread had put earlier. */
  private static boolean isOrdered(int[] taken) {
    for (int i = 0; i < taken.length; i++) {
      for (int j = i + 1; j < taken.length; j++) {
        boolean sameProducer = taken[i] <= taken.length == taken[j] <= taken.length;
        if (sameProducer && taken[i] > taken[j]) {
          return false;
        }
      }
    }
    return true;
  }
}
