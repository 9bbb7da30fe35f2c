/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Event;
import java.time.Duration;

/** An event as a gate: open is set. */
public record EventGate(Event event) implements Gate {

  /** With an event that is not set. */
  public EventGate() {
    this(new Event());
  }

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
  public boolean await(Duration timeout) throws InterruptedException {
    return event.await(timeout);
  }
}
