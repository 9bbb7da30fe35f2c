/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Until when a call of {@code map} waits, if there is a limit. */
final class Deadline {

  private final Terms terms;
  private final long end;

  private Deadline(Terms terms, long end) {
    this.terms = terms;
    this.end = end;
  }

  /** The time begins to run now. */
  static Deadline of(Terms terms) {
    return new Deadline(
        terms,
        terms.timeout() == null
            ? 0
            : System.nanoTime() + TimeUnit.NANOSECONDS.convert(terms.timeout()));
  }

  boolean isSet() {
    return terms.timeout() != null;
  }

  /** Nanoseconds that are left; not positive when the time is over. */
  long left() {
    return isSet() ? end - System.nanoTime() : Long.MAX_VALUE;
  }

  /** Throws if the time is over. */
  void check() throws TimeoutException {
    if (left() <= 0) {
      throw new TimeoutException();
    }
  }

  /**
   * Throws if the time is over, and else if the caller is interrupted: an {@link Alarm} does both.
   */
  void checkCaller() throws TimeoutException {
    boolean interrupted = Thread.currentThread().isInterrupted();
    check();
    if (interrupted) {
      Interruption.check();
    }
  }

  /** Waits for a task that itself throws nothing. */
  <V> V await(Future<V> future) throws TimeoutException {
    try {
      return isSet() ? future.get(left(), TimeUnit.NANOSECONDS) : future.get();
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      CancellationException cancellation = new CancellationException("closed while tasks ran");
      cancellation.initCause(e);
      throw cancellation;
    }
  }

  TimeLimitException exceeded(int there, int all) {
    return new TimeLimitException(terms.timeout(), there, all);
  }
}
