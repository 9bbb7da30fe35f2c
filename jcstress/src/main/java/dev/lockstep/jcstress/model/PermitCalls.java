/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.sync.Permits;
import java.time.Duration;
import java.util.List;

/** What threads call that take one of two permits or give one back. */
public final class PermitCalls implements KnowsThreads {

  private static final Duration SOON = Duration.ofMillis(5);
  private static final Duration LATER = Duration.ofDays(1);

  private final Permits permits = ObjectUnderTest.create(Permits.class);
  private List<Thread> threads = List.of();

  @Override
  public void threads(List<Thread> known) {
    threads = known;
  }

  /** Takes both. */
  public void takeBoth() {
    Permits _ = permits.free(0);
  }

  public boolean tryAcquire() {
    return permits.tryAcquire();
  }

  public boolean tryAcquireSoon() throws InterruptedException {
    return permits.tryAcquire(SOON);
  }

  public void acquire() throws InterruptedException {
    permits.acquire();
  }

  /** Waits for a permit and gives it to somebody else, or for an interrupt. */
  public void acquireAndPassOn() {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      return;
    }
    permits.release();
  }

  /** The same with a limit that is far away. */
  public void acquireInTimeAndPassOn() {
    try {
      if (permits.tryAcquire(LATER)) {
        permits.release();
      }
    } catch (InterruptedException e) {
      return;
    }
  }

  public void release() {
    permits.release();
  }

  public void interruptFirst() {
    threads.getFirst().interrupt();
  }

  public int available() {
    return permits.available();
  }
}
