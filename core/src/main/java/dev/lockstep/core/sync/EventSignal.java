/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/** An {@link Event} that is set once and never cleared. */
public final class EventSignal implements Signal {

  private final Event event = new Event();

  @Override
  public void await() throws InterruptedException {
    event.await();
  }

  @Override
  public void send(Thread waiter) {
    boolean _ = event.set();
  }
}
