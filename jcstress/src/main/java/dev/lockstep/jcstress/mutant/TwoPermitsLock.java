/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.Semaphore;

/** Bug: the semaphore has two permits. */
@MutantOf(value = "lock:SEMAPHORE", bug = "the semaphore has two permits")
public final class TwoPermitsLock extends BareLock {

  private final Semaphore permits = new Semaphore(2);

  @Override
  public void lock() {
    permits.acquireUninterruptibly();
  }

  @Override
  public boolean tryLock() {
    return permits.tryAcquire();
  }

  @Override
  public void unlock() {
    permits.release();
  }
}
