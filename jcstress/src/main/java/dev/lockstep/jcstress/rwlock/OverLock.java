/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.rwlock;

import dev.lockstep.core.rwlock.ReadWrite;
import java.util.concurrent.locks.Lock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Readers and writers take one lock, which tells no difference between them. */
public record OverLock(Lock lock) implements ReadWrite {

  @Override
  public long read(LongSupplier body) {
    lock.lock();
    try {
      return body.getAsLong();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean tryRead(Runnable body) {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      body.run();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void write(Runnable body) {
    long _ = writeThenRead(body, () -> 0);
  }

  @Override
  public long writeThenRead(Runnable write, LongSupplier read) {
    return read(
        () -> {
          write.run();
          return read.getAsLong();
        });
  }

  @Override
  public boolean readThenWrite(LongSupplier read, LongConsumer write) {
    write(() -> write.accept(read.getAsLong()));
    return true;
  }
}
