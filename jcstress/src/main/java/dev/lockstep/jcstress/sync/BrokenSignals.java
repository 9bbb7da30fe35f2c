/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.proof.Broken;

/**
 * Signals broken on purpose that resemble no shipped class. All others the build derives from what
 * is shipped.
 */
public final class BrokenSignals {

  private BrokenSignals() {}

  @Broken(bug = "nobody waits for the signal")
  public static final class NeverWaits implements Signal {

    @Override
    public void await() {}

    @Override
    public void send(Thread waiter) {}
  }
}
