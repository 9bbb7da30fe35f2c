/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

/** An interrupt that is part of a sample: it must not reach what its thread does afterwards. */
public final class ExpectedInterrupt {

  private volatile Thread thread;
  private volatile boolean isComing;
  private volatile boolean isSent;

  /** Called by the thread that is to be interrupted, before it waits. */
  public void begins() {
    thread = Thread.currentThread();
  }

  /** Interrupts the thread. Called by another one, when the first has begun. */
  public void send() {
    isComing = true;
    thread.interrupt();
    isSent = true;
  }

  /** Called by the thread itself: whether an interrupt may be that of {@link #send}. */
  public boolean isComing() {
    return isComing;
  }

  /** Called by the thread itself: waits for the interrupt and takes it away from what follows. */
  public void clear() {
    while (!isSent) {
      Thread.onSpinWait();
    }
    boolean _ = Thread.interrupted();
  }
}
