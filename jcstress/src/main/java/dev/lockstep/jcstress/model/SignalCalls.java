/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.watch.VainWakeUp;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What threads call that wait for a signal, or write and then send it. */
public final class SignalCalls implements KnowsThreads {

  private final Signal signal = ObjectUnderTest.create(Signal.class);
  private Thread waiter;
  private int written;

  /** The first is the one that waits. */
  @Override
  public void threads(List<Thread> known) {
    waiter = known.getFirst();
  }

  /** Names the current thread as the one that will wait: some signals are sent to a thread. */
  public void arrive() {
    waiter = Thread.currentThread();
  }

  /** Waits, and returns what it then sees of the sender's write. */
  public int await() throws InterruptedException {
    signal.await();
    return written;
  }

  public void send() {
    written = 1;
    signal.send(waiter);
  }

  /** Wakes the waiting thread for no reason. */
  public void wakeInVain() {
    VainWakeUp.send(signal);
    LockSupport.unpark(waiter);
  }

  /** Sends the signal, and returns whether that was allowed. */
  public boolean sendOnce() {
    try {
      signal.send(null);
      return true;
    } catch (IllegalStateException sentBefore) {
      return false;
    }
  }
}
