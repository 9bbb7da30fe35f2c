/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.future.Promise;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** Bug: work that ends overrides the cancellation that came before. */
@MutantOf(
    value = "future:GROUP_TASK",
    bug = "work that ends overrides the cancellation that came before")
public final class OverridingPromise implements Promise {

  private final CountDownLatch done = new CountDownLatch(1);
  private boolean begun;
  private boolean cancelled;
  private int value;

  @Override
  public boolean complete(int value) {
    synchronized (this) {
      if (begun || cancelled) {
        return false;
      }
      begun = true;
    }
    synchronized (this) {
      cancelled = false;
      this.value = value;
    }
    done.countDown();
    return true;
  }

  @Override
  public synchronized boolean cancel() {
    if (cancelled || done.getCount() == 0) {
      return false;
    }
    cancelled = true;
    if (!begun) {
      done.countDown();
    }
    return true;
  }

  @Override
  public int get() throws InterruptedException {
    done.await();
    synchronized (this) {
      if (cancelled) {
        throw new CancellationException();
      }
      return value;
    }
  }
}
