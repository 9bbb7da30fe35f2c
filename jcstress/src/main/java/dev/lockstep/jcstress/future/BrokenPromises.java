/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.proof.Broken;
import dev.lockstep.jcstress.watch.Spin;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Promises broken on purpose, each in one place: for the twins of stress tests, and for models. */
public final class BrokenPromises {

  private BrokenPromises() {}

  /** A promise that nobody cancels. */
  abstract static class BarePromise implements Promise {

    @Override
    public final boolean cancel() {
      throw new UnsupportedOperationException();
    }
  }

  @Broken(
      mutates = "future:COMPLETABLE_FUTURE",
      bug = "looks whether it is open and then sets its state, in two steps")
  public static class CheckThenAct implements Promise {

    private enum State {
      OPEN,
      COMPLETED,
      CANCELLED
    }

    private volatile State state = State.OPEN;
    private volatile int value;

    void between() {}

    @Override
    public final boolean complete(int value) {
      if (state != State.OPEN) {
        return false;
      }
      between();
      this.value = value;
      state = State.COMPLETED;
      return true;
    }

    @Override
    public final boolean cancel() {
      if (state != State.OPEN) {
        return false;
      }
      between();
      state = State.CANCELLED;
      return true;
    }

    /** Spins: nobody is woken here. */
    @Override
    public final int get() {
      while (state == State.OPEN) {
        Thread.onSpinWait();
      }
      if (state == State.CANCELLED) {
        throw new CancellationException();
      }
      return value;
    }
  }

  @Broken(bug = "looks whether it is open, pauses and then sets its state")
  public static final class CheckPauseAct extends CheckThenAct {
    @Override
    void between() {
      Spin.times(50);
    }
  }

  @Broken(
      mutates = "future:COMPLETABLE_FUTURE",
      bug = "does not look again after it has registered the callback")
  public static class CallbackLost extends CompletableFuture<Integer> {

    private volatile boolean done;
    private volatile Runnable callback;

    void between() {}

    @Override
    public final boolean complete(Integer value) {
      between(); // else this thread would be far ahead of one that pauses
      done = true;
      Runnable registered = callback;
      if (registered != null) {
        registered.run();
      }
      return true;
    }

    @Override
    public final CompletableFuture<Void> thenRun(Runnable action) {
      if (done) {
        action.run();
      } else {
        between();
        callback = action;
      }
      return new CompletableFuture<>();
    }
  }

  @Broken(bug = "pauses before it registers the callback, and does not look again")
  public static final class CallbackPausedAndLost extends CallbackLost {
    @Override
    void between() {
      Spin.times(50);
    }
  }

  @Broken(bug = "puts itself on the list of those to be woken and does not look again")
  public static class LookThenEnlist extends BarePromise {

    private volatile int value;
    private volatile Thread waiter;

    void between() {}

    @Override
    public final boolean complete(int value) {
      this.value = value;
      LockSupport.unpark(waiter);
      return true;
    }

    @Override
    public final int get() throws InterruptedException {
      int seen = value;
      if (seen == 0) {
        between();
        waiter = Thread.currentThread();
      }
      while (seen == 0) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        seen = value;
      }
      return seen;
    }
  }

  @Broken(
      bug = "looks, pauses, puts itself on the list of those to be woken and does not look again")
  public static final class LookPauseEnlist extends LookThenEnlist {
    @Override
    void between() {
      Spin.times(50);
    }
  }

  @Broken(bug = "gives what is there instead of waiting for it")
  public static final class NeverWaits extends BarePromise {

    private volatile int value;

    @Override
    public boolean complete(int value) {
      this.value = value;
      return true;
    }

    @Override
    public int get() {
      return value;
    }
  }

  @Broken(bug = "is completed by an opaque write")
  public static final class OpaqueState extends BarePromise {

    private static final VarHandle VALUE;

    static {
      try {
        VALUE = MethodHandles.lookup().findVarHandle(OpaqueState.class, "value", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @SuppressWarnings("unused") // read and written through VALUE
    private int value;

    @Override
    public boolean complete(int value) {
      VALUE.setOpaque(this, value);
      return true;
    }

    /** Spins: nobody is woken here. */
    @Override
    public int get() {
      int seen = (int) VALUE.getOpaque(this);
      while (seen == 0) {
        Thread.onSpinWait();
        seen = (int) VALUE.getOpaque(this);
      }
      return seen;
    }
  }

  @Broken(bug = "the value is set, and nobody is woken")
  public static final class SilentCompletion extends BarePromise {

    private int value;

    @Override
    public synchronized boolean complete(int value) {
      this.value = value;
      return true;
    }

    @Override
    public synchronized int get() throws InterruptedException {
      while (value == 0) {
        wait();
      }
      return value;
    }
  }
}
