/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.BoundedSemaphore;
import dev.lockstep.core.sync.SyncKind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What two permits can be taken from and given back to. */
public interface Permits {

  void acquire() throws InterruptedException;

  boolean tryAcquire();

  boolean tryAcquire(Duration timeout) throws InterruptedException;

  void release();

  int available();

  /** The same with so many permits free, of the two. */
  default Permits free(int count) {
    for (int i = count; i < 2; i++) {
      if (!tryAcquire()) {
        throw new AssertionError("this permit was free");
      }
    }
    return this;
  }

  /** The semaphore behind the signal of a kind; both permits are free. */
  static Permits of(SyncKind kind) {
    return switch (kind) {
      case SEMAPHORE -> new Unbounded(new Semaphore(2));
      case BOUNDED_SEMAPHORE -> new BoundedPermits(new BoundedSemaphore(2));
      default -> throw new IllegalArgumentException(kind + " has no permits");
    };
  }

  /** The platform's. */
  record Unbounded(Semaphore semaphore) implements Permits {

    @Override
    public void acquire() throws InterruptedException {
      semaphore.acquire();
    }

    @Override
    public boolean tryAcquire() {
      return semaphore.tryAcquire();
    }

    @Override
    public boolean tryAcquire(Duration timeout) throws InterruptedException {
      return semaphore.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void release() {
      semaphore.release();
    }

    @Override
    public int available() {
      return semaphore.availablePermits();
    }
  }
}
