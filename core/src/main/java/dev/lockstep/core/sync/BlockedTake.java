/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A worker that waits for its next item, ended from outside: {@link BlockingQueue#take} throws if
 * the thread is interrupted, whether that came before it blocked or after. The interrupt
 * synchronizes-with the throwing (JLS 17.4.4), and the status is clear afterwards.
 */
public final class BlockedTake implements Signal {

  private final BlockingQueue<Object> items = new LinkedBlockingQueue<>();

  @Override
  public void await() {
    try {
      Object item = items.take();
      throw new IllegalStateException("an item from a queue that nobody fills: " + item);
    } catch (InterruptedException e) {
      // That is the signal.
    }
  }

  @Override
  public void send(Thread waiter) {
    waiter.interrupt();
  }
}
