/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.queue.PollingQueue;

/**
 * The worker that one writes first, an exhibit: it looks for an item, sleeps when there is none,
 * and does so for ever.
 *
 * <p>The notes have it end by an attribute error when somebody sets its queue to None. That is a
 * data race on a plain field, which nothing makes a thread see; it is left out.
 */
final class PollingWorker<T> implements Runnable {

  private static final int PAUSE_MILLIS = 10;

  private final Step<? super T, ? extends T> step;
  private final PollingQueue<T> in;
  private final PollingQueue<T> out;
  private volatile long polledCount;
  private volatile long workDone;

  PollingWorker(Step<? super T, ? extends T> step, PollingQueue<T> in, PollingQueue<T> out) {
    this.step = step;
    this.in = in;
    this.out = out;
  }

  /** Whatever the step throws ends this thread, and nobody is told; so does an interrupt. */
  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // written by this thread alone
  public void run() {
    try {
      while (true) {
        polledCount++;
        T item = in.poll();
        if (item == null) {
          Thread.sleep(PAUSE_MILLIS); // no work to do
        } else {
          out.put(step.apply(item));
          workDone++;
        }
      }
    } catch (InterruptedException e) {
      // killed from outside: Python has no such thing
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  long polledCount() {
    return polledCount;
  }

  long workDone() {
    return workDone;
  }
}
