/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import static dev.lockstep.core.Construct.Guarantee.EXACT;

import dev.lockstep.core.Construct;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The family of queues: to add one, write its class and name it here. */
public enum QueueKind implements Construct {
  ARRAY_BLOCKING("ArrayBlockingQueue", EXACT, Bounds.BOUNDED) {
    @Override
    <T> Channel<T> make(int capacity) {
      return new BlockingChannel<>(new ArrayBlockingQueue<>(capacity), capacity);
    }
  },
  LINKED_BLOCKING("LinkedBlockingQueue", EXACT, Bounds.ANY) {
    @Override
    <T> Channel<T> make(int capacity) {
      return new BlockingChannel<>(new LinkedBlockingQueue<>(capacity), capacity);
    }
  };

  private final String label;
  private final Guarantee guarantee;
  private final Bounds bounds;

  QueueKind(String label, Guarantee guarantee, Bounds bounds) {
    this.label = label;
    this.guarantee = guarantee;
    this.bounds = bounds;
  }

  abstract <T> Channel<T> make(int capacity);

  /**
   * A new empty queue of this kind.
   *
   * @param capacity how many items it holds at most; a kind may round it up
   * @throws IllegalArgumentException if its {@link #bounds} do not allow this capacity
   */
  public <T> Channel<T> create(int capacity) {
    if (!bounds.allow(capacity)) {
      throw new IllegalArgumentException(
          "%s cannot have the capacity %d: %s".formatted(this, capacity, bounds));
    }
    return make(capacity);
  }

  /** Which capacities this kind can have. */
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public String family() {
    return "queue";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return guarantee;
  }
}
