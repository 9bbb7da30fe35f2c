/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;

/**
 * One thread that takes callbacks from a queue and runs them one after the other, each to its end.
 */
final class EventLoop {

  /** What ends the loop. */
  private record Stop() implements Runnable {
    @Override
    public void run() {
      throw new UnsupportedOperationException("taken, not run");
    }
  }

  private final BlockingQueue<Runnable> callbacks = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("event-loop").start(this::run);
  private boolean stopped;

  private void run() {
    while (true) {
      try {
        Runnable callback = callbacks.take();
        if (callback instanceof Stop) {
          return;
        }
        callback.run();
      } catch (InterruptedException e) {
        // nobody asks the loop to end but by stop
      }
    }
  }

  /**
   * Has the loop run a callback, which must not throw, after those that wait already.
   *
   * @throws RejectedExecutionException if the loop is stopped
   */
  synchronized void callSoon(Runnable callback) {
    if (stopped) {
      throw new RejectedExecutionException("map after close");
    }
    callbacks.add(callback);
  }

  /** Lets the loop end after the callbacks that wait already. */
  synchronized void stop() {
    if (!stopped) {
      stopped = true;
      callbacks.add(new Stop());
    }
  }

  /** Whether the loop has ended; waits for it. */
  boolean join(Duration timeout) throws InterruptedException {
    return thread.join(timeout);
  }
}
