/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A field in opaque mode: every turn of the loop really reads it, and the write becomes visible
 * sooner or later ({@link VarHandle#getOpaque}). It says that the sender came by and nothing else:
 * what the sender wrote before is not ordered with it.
 */
public final class OpaqueFlag implements Signal {

  private static final VarHandle SENT;

  static {
    try {
      SENT = MethodHandles.lookup().findVarHandle(OpaqueFlag.class, "sent", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // read and written through SENT
  private boolean sent;

  @Override
  public void await() {
    while (!(boolean) SENT.getOpaque(this)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void send(Thread waiter) {
    SENT.setOpaque(this, true);
  }
}
