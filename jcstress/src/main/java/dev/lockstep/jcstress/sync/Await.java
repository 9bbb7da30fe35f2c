/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Event;
import dev.lockstep.core.sync.Signal;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * Waiting in an actor, which may not throw checked exceptions. Nobody interrupts an actor; if that
 * happened, the error would end the test.
 */
final class Await {

  private Await() {}

  static void on(Signal signal) {
    try {
      signal.await();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static boolean on(Event event, Duration timeout) {
    try {
      return event.await(timeout);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The arrival index. */
  static int on(CyclicBarrier barrier) {
    try {
      return barrier.await();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (BrokenBarrierException e) {
      throw new AssertionError("nobody breaks this barrier", e);
    }
  }

  /** Once, with its monitor held: the loop, or its absence, is the caller's. */
  @SuppressWarnings("WaitNotInLoop")
  static void once(Object monitor) {
    try {
      monitor.wait();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AssertionError interrupted(InterruptedException e) {
    return new AssertionError("nobody interrupts this actor", e);
  }
}
