/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;

/** The family of queues: to add one, write its class and name it here. */
public enum QueueKind implements Construct {
  POLLING("deque and lock, polled", EXACT, Bounds.UNBOUNDED, PollingQueue::new),
  CONDITION("lock and two conditions", EXACT, Bounds.ANY, ConditionBuffer::new),
  JOINABLE("JoinableQueue", EXACT, Bounds.ANY, JoinableQueue::new),
  CLOSABLE("ClosableQueue", EXACT, Bounds.ANY, ClosableQueue::new),
  ARRAY_BLOCKING("ArrayBlockingQueue", EXACT, Bounds.BOUNDED, BlockingChannel::array),
  LINKED_BLOCKING("LinkedBlockingQueue", EXACT, Bounds.ANY, BlockingChannel::linked),
  LINKED_TRANSFER("LinkedTransferQueue", EXACT, Bounds.UNBOUNDED, BlockingChannel::transfer),
  SYNCHRONOUS("SynchronousQueue", EXACT, Bounds.NONE, BlockingChannel::synchronous),
  MPMC_ARRAY("JCTools MpmcArrayQueue", EXACT, Bounds.BOUNDED, JctoolsChannel::array),
  MPMC_XADD("JCTools MpmcUnboundedXaddArrayQueue", EXACT, Bounds.UNBOUNDED, JctoolsChannel::xadd),
  DISRUPTOR("Disruptor RingBuffer", EXACT, Bounds.BOUNDED, RingChannel::new),
  ARRAY_DEQUE("ArrayDeque, no lock", RACY, Bounds.UNBOUNDED, UnlockedDeque::new);

  /** A constructor for any type of item. */
  @FunctionalInterface
  private interface Factory {
    <T> Channel<T> create(int capacity);
  }

  private final String label;
  private final Guarantee guarantee;
  private final Bounds bounds;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Factory factory;

  QueueKind(String label, Guarantee guarantee, Bounds bounds, Factory factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.bounds = bounds;
    this.factory = factory;
  }

  /**
   * A new empty queue of this kind.
   *
   * @param capacity how many items it holds at most; a kind may round it up
   * @throws IllegalArgumentException if its {@link #bounds} do not allow this capacity, or no array
   *     is that large
   */
  public <T> Channel<T> create(int capacity) {
    if (!bounds.allow(capacity)) {
      throw new IllegalArgumentException(
          "%s cannot have the capacity %d: %s".formatted(this, capacity, bounds));
    }
    return factory.create(capacity);
  }

  /** Which capacities this kind can have. */
  public Bounds bounds() {
    return bounds;
  }

  /**
   * Whether a thread that waits here sleeps until another one wakes it; if not, it looks again by
   * itself, pause after pause.
   */
  public boolean wakes() {
    return switch (this) {
      case CONDITION, JOINABLE, CLOSABLE -> true;
      case ARRAY_BLOCKING, LINKED_BLOCKING, LINKED_TRANSFER, SYNCHRONOUS -> true;
      case POLLING, MPMC_ARRAY, MPMC_XADD, DISRUPTOR, ARRAY_DEQUE -> false;
    };
  }

  @Override
  public String family() {
    return "queue";
  }

  @Override
  public QueueKind baseline() {
    return LINKED_BLOCKING;
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
