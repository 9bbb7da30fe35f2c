/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** What a mutant of a lock need not do. */
abstract class BareLock implements Lock {

  @Override
  public final void lockInterruptibly() {
    throw new UnsupportedOperationException();
  }

  @Override
  public final boolean tryLock(long time, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Condition newCondition() {
    throw new UnsupportedOperationException();
  }
}
