/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Event;
import dev.lockstep.core.sync.PauseGate;
import dev.lockstep.core.sync.SyncKind;
import java.time.Duration;

/** What can be opened and closed again, with threads that wait for it to open; closed at first. */
interface Gate {

  /** Opens it and releases all who wait; whether it was closed. */
  boolean open();

  /** Closes it; whether it was open. */
  boolean close();

  boolean isOpen();

  void await() throws InterruptedException;

  /** A timed wait of zero: does not wait, and says whether it is open. */
  boolean awaitNoTime();

  /** The gate behind the signal of a kind. */
  static Gate of(SyncKind kind) {
    return switch (kind) {
      case EVENT -> new SettableEvent(new Event());
      case PAUSE_GATE -> new Paused(new PauseGate());
      default -> throw new IllegalArgumentException(kind + " cannot be closed again");
    };
  }

  /** Open is set. */
  record SettableEvent(Event event) implements Gate {

    @Override
    public boolean open() {
      return event.set();
    }

    @Override
    public boolean close() {
      return event.clear();
    }

    @Override
    public boolean isOpen() {
      return event.isSet();
    }

    @Override
    public void await() throws InterruptedException {
      event.await();
    }

    @Override
    public boolean awaitNoTime() {
      try {
        return event.await(Duration.ZERO);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this actor", e);
      }
    }
  }

  /** Open is not paused. */
  record Paused(PauseGate gate) implements Gate {

    public Paused {
      boolean _ = gate.pause();
    }

    @Override
    public boolean open() {
      return gate.resume();
    }

    @Override
    public boolean close() {
      return gate.pause();
    }

    @Override
    public boolean isOpen() {
      return !gate.isPaused();
    }

    @Override
    public void await() throws InterruptedException {
      gate.pass();
    }

    @Override
    public boolean awaitNoTime() {
      try {
        return gate.pass(Duration.ZERO);
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this actor", e);
      }
    }
  }
}
