/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class BoundedSemaphoreTest {

  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private final BoundedSemaphore permits = new BoundedSemaphore(2);

  private OtherThread<Boolean> waiter() {
    OtherThread<Boolean> waiter =
        OtherThread.start(
            () -> {
              permits.acquire();
              return true;
            });
    waiter.awaitWaiting();
    return waiter;
  }

  private void takeAll() {
    assertThat(permits.tryAcquire()).isTrue();
    assertThat(permits.tryAcquire()).isTrue();
  }

  @Test
  void hasSoManyPermitsAndNeverLessThanNone() throws InterruptedException {
    assertThat(permits.available()).isEqualTo(2);
    permits.acquire();
    assertThat(permits.tryAcquire(FOREVER)).isTrue();
    assertThat(permits.available()).isZero();
    assertThat(permits.tryAcquire()).isFalse();
    assertThat(permits.tryAcquire(Duration.ZERO)).isFalse();
    assertThat(permits.available()).as("a refusal takes nothing").isZero();
  }

  /** Where the platform's semaphore just grows. */
  @Test
  void aReleaseTooManyFailsAndChangesNothing() {
    assertThatIllegalStateException()
        .isThrownBy(permits::release)
        .withMessage("released more often than acquired");
    assertThat(permits.available()).isEqualTo(2);
    takeAll();
    permits.release();
    permits.release();
    assertThatIllegalStateException().isThrownBy(permits::release);
    assertThat(permits.available()).isEqualTo(2);

    Semaphore platform = new Semaphore(1);
    platform.release();
    assertThat(platform.availablePermits()).as("of one").isEqualTo(2);
  }

  @Test
  void aReleaseLetsOneOfThoseWhoWaitGoOn() throws Exception {
    takeAll();
    OtherThread<Boolean> one = waiter();
    OtherThread<Boolean> two = waiter();
    permits.release();
    OtherThread.until("one went on", () -> one.result().isDone() || two.result().isDone());
    OtherThread<Boolean> rest = one.result().isDone() ? two : one;
    assertThat(rest.isWaiting()).isTrue();
    permits.release();
    assertThat(one.get()).isTrue();
    assertThat(two.get()).isTrue();
    assertThat(permits.available()).isZero();
  }

  @Test
  void twoReleasesLetBothGoOn() throws Exception {
    takeAll();
    OtherThread<Boolean> one = waiter();
    OtherThread<Boolean> two = OtherThread.start(() -> permits.tryAcquire(FOREVER));
    two.awaitWaiting();
    permits.release();
    permits.release();
    assertThat(one.get()).isTrue();
    assertThat(two.get()).isTrue();
  }

  @Test
  void aWaitThatTimedOutHasTakenNoPermitAndTakesNone() throws InterruptedException {
    takeAll();
    long start = System.nanoTime();
    assertThat(permits.tryAcquire(Duration.ofMillis(1))).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(1_000_000);
    assertThat(permits.tryAcquire(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
    permits.release();
    assertThat(permits.available()).isEqualTo(1);
    permits.release();
    assertThat(permits.available()).isEqualTo(2);
  }

  @Test
  void anInterruptEndsTheWaitAndEatsNoPermit() throws Exception {
    takeAll();
    OtherThread<Boolean> waiter = waiter();
    OtherThread<Boolean> timed = OtherThread.start(() -> permits.tryAcquire(FOREVER));
    timed.awaitWaiting();
    OtherThread<Boolean> last = waiter();
    waiter.thread().interrupt();
    timed.thread().interrupt();
    permits.release();
    assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
    assertThatThrownBy(timed::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(last.get()).as("the permit went to the one that still waits").isTrue();
    assertThat(permits.available()).isZero();
  }

  @Test
  void aThreadThatIsInterruptedAlreadyTakesNoPermit() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(permits::acquire).isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> permits.tryAcquire(FOREVER)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).as("cleared by the exception").isFalse();
    assertThat(permits.available()).isEqualTo(2);
  }

  @Test
  void hasAtLeastOnePermit() {
    for (int bound : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new BoundedSemaphore(bound))
          .withMessageContaining("not " + bound);
    }
  }
}
