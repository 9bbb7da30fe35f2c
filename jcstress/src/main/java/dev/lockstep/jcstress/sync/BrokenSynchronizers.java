/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.jcstress.proof.Broken;
import dev.lockstep.jcstress.watch.Spin;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * Gates and barriers broken on purpose that resemble no shipped class. All others the build derives
 * from what is shipped.
 */
public final class BrokenSynchronizers {

  private BrokenSynchronizers() {}

  /** What a broken gate need not do. */
  abstract static class BareGate implements Gate {

    @Override
    public boolean open() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean close() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void await() throws InterruptedException {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean await(Duration timeout) {
      return isOpen();
    }
  }

  @Broken(bug = "looks whether the gate is open and then changes it, in two steps")
  public static class AskThenChange extends BareGate {

    private volatile boolean open;

    void between() {}

    @Override
    public final boolean open() {
      if (open) {
        return false;
      }
      between();
      open = true;
      return true;
    }

    @Override
    public final boolean close() {
      if (!open) {
        return false;
      }
      between();
      open = false;
      return true;
    }
  }

  @Broken(bug = "looks whether the gate is open, pauses and then changes it")
  public static final class AskPauseChange extends AskThenChange {
    @Override
    void between() {
      Spin.times(50);
    }
  }

  @Broken(bug = "the gate is an opaque field")
  public static final class OpaqueGate extends BareGate {

    private static final VarHandle OPEN;

    static {
      try {
        OPEN = MethodHandles.lookup().findVarHandle(OpaqueGate.class, "open", boolean.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    @SuppressWarnings("unused") // read and written through OPEN
    private boolean open;

    @Override
    public boolean open() {
      OPEN.setOpaque(this, true);
      return true;
    }

    @Override
    public boolean isOpen() {
      return (boolean) OPEN.getOpaque(this);
    }
  }

  @Broken(bug = "the question waits for an answer, and nobody wakes it")
  public static final class SilentGate extends BareGate {

    private boolean open;

    @Override
    public synchronized boolean open() {
      open = true;
      return true;
    }

    @Override
    public synchronized boolean isOpen() {
      try {
        while (!open) {
          wait();
        }
        return true;
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this thread", e);
      }
    }
  }

  @Broken(mutates = "sync:BARRIER", bug = "counts the threads that came before it has the lock")
  public static class CountedOutside extends CyclicBarrier {

    private volatile int toCome = 2;

    /** A barrier of two. */
    public CountedOutside() {
      super(2);
    }

    void between() {}

    @Override
    public final int await() throws InterruptedException, BrokenBarrierException {
      int index = toCome - 1;
      between();
      toCome = index;
      int _ = super.await();
      return index;
    }
  }

  @Broken(bug = "counts the threads that came before it has the lock, with a pause")
  public static final class CountedSlowly extends CountedOutside {
    @Override
    void between() {
      Spin.times(50);
    }
  }
}
