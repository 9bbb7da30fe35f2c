/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Event;
import dev.lockstep.core.sync.PauseGate;
import dev.lockstep.core.sync.SyncKind;
import java.time.Duration;

/** What can be opened and closed again, with threads that wait for it to open; closed at first. */
public interface Gate {

  /** Opens it and releases all who wait; whether it was closed. */
  boolean open();

  /** Closes it; whether it was open. */
  boolean close();

  boolean isOpen();

  void await() throws InterruptedException;

  /** As {@link #await()}, but no longer than this; whether it was open in time. */
  boolean await(Duration timeout) throws InterruptedException;

  /** The same in an actor, which nobody interrupts. */
  default boolean opensWithin(Duration timeout) {
    try {
      return await(timeout);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this actor", e);
    }
  }

  /** The gate behind the signal of a kind. */
  static Gate of(SyncKind kind) {
    return switch (kind) {
      case EVENT -> new EventGate(new Event());
      case PAUSE_GATE -> new Paused(new PauseGate());
      default -> throw new IllegalArgumentException(kind + " cannot be closed again");
    };
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
    public boolean await(Duration timeout) throws InterruptedException {
      return gate.pass(timeout);
    }
  }
}
