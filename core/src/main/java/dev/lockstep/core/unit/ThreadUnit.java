/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.unit;

import java.util.concurrent.ThreadFactory;

/** A new thread for every piece of work. */
final class ThreadUnit implements Unit {

  private final ThreadFactory threads;

  ThreadUnit(ThreadFactory threads) {
    this.threads = threads;
  }

  /** The work, and what it threw: a plain field, since {@code join} orders it. */
  private static final class Guarded implements Runnable {

    private final Runnable work;
    private Throwable failure;

    Guarded(Runnable work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        work.run();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }
  }

  @Override
  public void run(Runnable work) throws InterruptedException {
    Guarded guarded = new Guarded(work);
    Thread thread = threads.newThread(guarded);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    }
    switch (guarded.failure) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException unchecked -> throw unchecked;
      case Throwable impossible -> throw new IllegalStateException(impossible);
    }
  }
}
