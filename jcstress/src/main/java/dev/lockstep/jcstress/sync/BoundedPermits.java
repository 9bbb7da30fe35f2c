/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.BoundedSemaphore;
import java.time.Duration;

/** The semaphore that has a bound. */
public record BoundedPermits(BoundedSemaphore semaphore) implements Permits {

  /** With two permits, both free. */
  public BoundedPermits() {
    this(new BoundedSemaphore(2));
  }

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
    return semaphore.tryAcquire(timeout);
  }

  @Override
  public void release() {
    semaphore.release();
  }

  @Override
  public int available() {
    return semaphore.available();
  }
}
