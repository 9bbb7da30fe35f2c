/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.proof.Broken;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** Promises broken on purpose, each in one place: for the twins of stress tests, and for models. */
public final class BrokenPromises {

  private BrokenPromises() {}

  @Broken(mutates = "future:COMPLETABLE_FUTURE", bug = "looks whether it is open and then sets its state, in two steps")
  public static final class CheckThenAct implements Promise {

    private enum State {
      OPEN,
      COMPLETED,
      CANCELLED
    }

    private volatile State state = State.OPEN;
    private volatile int value;

    @Override
    public boolean complete(int value) {
      if (state != State.OPEN) {
        return false;
      }
      this.value = value;
      state = State.COMPLETED;
      return true;
    }

    @Override
    public boolean cancel() {
      if (state != State.OPEN) {
        return false;
      }
      state = State.CANCELLED;
      return true;
    }

    /** Spins: nobody is woken here. */
    @Override
    public int get() {
      while (state == State.OPEN) {
        Thread.onSpinWait();
      }
      if (state == State.CANCELLED) {
        throw new CancellationException();
      }
      return value;
    }
  }

  @Broken(mutates = "future:GROUP_TASK", bug = "work that ends overrides the cancellation that came before")
  public static final class Overriding implements Promise {

    private final CountDownLatch done = new CountDownLatch(1);
    private boolean begun;
    private boolean cancelled;
    private int value;

    @Override
    public boolean complete(int value) {
      synchronized (this) {
        if (begun || cancelled) {
          return false;
        }
        begun = true;
      }
      synchronized (this) {
        cancelled = false;
        this.value = value;
      }
      done.countDown();
      return true;
    }

    @Override
    public synchronized boolean cancel() {
      if (cancelled || done.getCount() == 0) {
        return false;
      }
      cancelled = true;
      if (!begun) {
        done.countDown();
      }
      return true;
    }

    @Override
    public int get() throws InterruptedException {
      done.await();
      synchronized (this) {
        if (cancelled) {
          throw new CancellationException();
        }
        return value;
      }
    }
  }
}
