/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SpinLockTest {

  private final SpinLock lock = new SpinLock();

  @Test
  void isTakenOnceAtATime() {
    assertThat(lock.tryLock()).isTrue();
    assertThat(lock.tryLock()).as("not re-entrant").isFalse();
    lock.unlock();
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void isFreeAfterABodyThatThrows() {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              lock.lock();
              try {
                throw new IllegalStateException("body");
              } finally {
                lock.unlock();
              }
            });
    assertThat(lock.tryLock()).isTrue();
  }

  @Test
  void isNotUnlockedTwice() {
    assertThat(lock.tryLock()).isTrue();
    lock.unlock();
    assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(lock.tryLock()).as("still usable").isTrue();
  }

  @Test
  void aWaiterGetsInAfterTheUnlock() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    assertThat(lock.tryLock()).isTrue();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              lock.lock(); // and holds it when it has ended: a spin lock has no owner
              inside.countDown();
            });
    assertThat(inside.getCount()).isEqualTo(1);
    lock.unlock();
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(lock.tryLock()).as("held by the other thread").isFalse();
  }
}
