/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.OtherThread;
import java.lang.reflect.Field;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TicketLockTest {

  /** A lock that has given out almost all numbers that an int has. */
  private static TicketLock worn() throws ReflectiveOperationException {
    TicketLock lock = new TicketLock();
    for (String name : new String[] {"next", "serving"}) {
      Field field = TicketLock.class.getDeclaredField(name);
      field.setAccessible(true);
      field.setInt(lock, Integer.MAX_VALUE);
    }
    return lock;
  }

  /** The smallest number is drawn after the largest one, and its thread waits all the same. */
  @Test
  void numbersGoRound() throws Exception {
    TicketLock lock = worn();
    AtomicBoolean isIn = new AtomicBoolean();
    assertThat(lock.tryLock()).isTrue();
    OtherThread<Boolean> other =
        OtherThread.start(
            () -> {
              lock.lock();
              try {
                isIn.set(true);
                return true;
              } finally {
                lock.unlock();
              }
            });
    assertThat(OtherThread.start(() -> lock.tryLock(50, TimeUnit.MILLISECONDS)).get())
        .as("with a limit")
        .isFalse();
    assertThat(isIn).as("without one").isFalse();
    lock.unlock();
    assertThat(other.get()).isTrue();
    assertThat(lock.tryLock()).isTrue();
  }
}
