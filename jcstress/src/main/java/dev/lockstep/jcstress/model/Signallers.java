/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.sync.Signal;

/** Threads that wait for a signal, and one that writes and then sends it. */
public final class Signallers {

  private final Signal signal = Subject.make(Signal.class);
  private Thread waiter;
  private int written;

  /** The sender must know whom it sends to before it begins. */
  public void arrive() {
    waiter = Thread.currentThread();
  }

  /** What the waiting thread sees of the sender's write once the wait has ended. */
  public int await() throws InterruptedException {
    signal.await();
    return written;
  }

  public void send() {
    written = 1;
    signal.send(waiter);
  }

  /** Sends the signal; whether that was allowed. */
  public boolean sendOnce() {
    try {
      signal.send(null);
      return true;
    } catch (IllegalStateException sentBefore) {
      return false;
    }
  }
}
