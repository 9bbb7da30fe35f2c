/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The calls that are under way in a mapper: close waits for them, and stops them. */
final class Calls {

  private final Set<Call<?, ?>> underWay = new HashSet<>();
  private boolean closed;

  synchronized void enter(Call<?, ?> call) {
    if (closed) {
      throw new RejectedExecutionException("map after close");
    }
    underWay.add(call);
  }

  synchronized void leave(Call<?, ?> call) {
    underWay.remove(call);
    if (underWay.isEmpty()) {
      notifyAll();
    }
  }

  /** Lets no more calls in. */
  synchronized void close() {
    closed = true;
  }

  /** Whether the last call has left; waits for it. */
  synchronized boolean awaitLast(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (!underWay.isEmpty()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  synchronized void stop() {
    underWay.forEach(Call::stop);
  }
}
