/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.concurrent.TimeUnit;

/**
 * Interrupts the thread that set it when the time is over: for kinds whose caller works itself and
 * cannot watch the clock meanwhile. Its thread has ended when it is closed.
 *
 * <p>A thread has one interrupt flag. If the alarm has rung, closing it clears the flag, even if
 * somebody else set it as well in the same moment.
 */
final class Alarm implements AutoCloseable {

  private final Thread sleeper = Thread.currentThread();
  private final Thread clock;
  private boolean off;
  private boolean rang;

  /** Costs nothing if the deadline has no limit. */
  Alarm(Deadline deadline) {
    clock =
        deadline.isSet()
            ? Thread.ofPlatform().daemon().name("alarm").start(() -> ring(deadline))
            : null;
  }

  private synchronized void ring(Deadline deadline) {
    try {
      for (long left = deadline.left(); !off && left > 0; left = deadline.left()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      return; // nobody does that; without the clock the caller works on
    }
    if (!off) {
      rang = true;
      sleeper.interrupt();
    }
  }

  @Override
  public void close() {
    if (clock == null) {
      return;
    }
    boolean interrupted;
    synchronized (this) {
      off = true;
      notifyAll();
      interrupted = Thread.interrupted() && !rang;
    }
    while (clock.isAlive()) {
      try {
        clock.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
