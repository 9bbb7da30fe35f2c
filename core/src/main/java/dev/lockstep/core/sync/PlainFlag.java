/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/**
 * A plain field. The reads of the loop and the write of the sender are a data race (JLS 17.4.5),
 * and nothing in the loop makes another thread's write visible: the JIT may read the field once,
 * before the loop, and then spin for ever. HotSpot's C2 does.
 */
public final class PlainFlag implements Signal {

  private boolean sent;

  /** An empty body on purpose: whatever is called in it could keep the read inside the loop. */
  @Override
  public void await() {
    while (!sent) {}
  }

  @Override
  public void send(Thread waiter) {
    sent = true;
  }
}
