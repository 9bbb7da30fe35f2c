/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

/** Bug: shows an item before it is counted. */
@MutantOf(value = "queue:JOINABLE", bug = "shows an item before it is counted")
public final class CountAfterPutQueue<T> extends BreakableTaskQueue<T> {

  @Override
  public boolean offer(T item) {
    lock.lock();
    try {
      items.addLast(item);
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
    lock.lock();
    try {
      unfinished++;
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void put(T item) {
    boolean _ = offer(item);
  }
}
