/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.util.ArrayDeque;

/**
 * The platform's {@link ArrayDeque} with no lock, which its API forbids to share. Used by two
 * threads it may lose items, hand one out twice, hold one that nobody finds, or throw; the races
 * are shown with it. {@link #take} on an empty one looks again after a pause and may never see an
 * item that is there; {@link #put} never waits.
 */
final class UnlockedDeque<T> extends BackOffChannel<T> {

  private final ArrayDeque<T> items = new ArrayDeque<>();

  UnlockedDeque(int capacity) {
    assert capacity == UNBOUNDED : capacity;
  }

  /** Always true: it is never full. */
  @Override
  public boolean offer(T item) {
    items.addLast(item);
    return true;
  }

  @Override
  public T poll() {
    return items.pollFirst();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public int capacity() {
    return UNBOUNDED;
  }
}
