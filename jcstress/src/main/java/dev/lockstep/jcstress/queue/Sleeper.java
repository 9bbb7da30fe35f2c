/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

/** A thread that is about to wait for something, so that another one can wait until it does. */
final class Sleeper {

  private volatile Thread thread;
  private volatile boolean hasEnded;
  private volatile boolean interruptIsComing;
  private volatile boolean interruptIsSent;

  /** Called by the thread itself. */
  void begins() {
    thread = Thread.currentThread();
  }

  /** Returns when the thread is parked. */
  @SuppressWarnings("ThreadPriorityCheck") // that thread may need this processor
  void awaitSleep() {
    Thread known = thread;
    while (known == null || known.getState() != Thread.State.WAITING) {
      Thread.yield();
      known = thread;
    }
  }

  /** Returns when the thread is parked for a time, or has ended what it waits for. */
  @SuppressWarnings("ThreadPriorityCheck") // as above
  void awaitNap() {
    Thread known = thread;
    while (!hasEnded && (known == null || known.getState() != Thread.State.TIMED_WAITING)) {
      Thread.yield();
      known = thread;
    }
  }

  /** Called by the thread itself when it waits no more. */
  void ends() {
    hasEnded = true;
  }

  void interrupt() {
    interruptIsComing = true;
    thread.interrupt();
    interruptIsSent = true;
  }

  /** Called by the thread itself: whether an interrupt may be that of {@link #interrupt}. */
  boolean expectsInterrupt() {
    return interruptIsComing;
  }

  /** Called by the thread itself: waits for the interrupt and takes it away from what follows. */
  void clearInterrupt() {
    while (!interruptIsSent) {
      Thread.onSpinWait();
    }
    boolean _ = Thread.interrupted();
  }
}
