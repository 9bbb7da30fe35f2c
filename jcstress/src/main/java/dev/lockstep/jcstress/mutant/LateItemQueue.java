/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Bug: takes an item when the time is over, and throws it away. */
@MutantOf(
    value = "queue:CONDITION",
    bug = "takes an item when the time is over, and throws it away")
public final class LateItemQueue<T> extends BreakableBuffer<T> {

  @Override
  public T poll(Duration timeout) throws InterruptedException {
    long left = TimeUnit.NANOSECONDS.convert(timeout);
    lock.lockInterruptibly();
    try {
      while (items.isEmpty() && left > 0) {
        left = notEmpty.awaitNanos(left);
      }
      T item = items.isEmpty() ? null : remove();
      return left > 0 ? item : null;
    } finally {
      lock.unlock();
    }
  }
}
