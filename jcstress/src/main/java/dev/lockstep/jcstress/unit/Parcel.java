/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.unit;

import dev.lockstep.core.unit.Unit;

/** What one caller hands to the work and gets back from it, through plain fields. */
final class Parcel {

  private int sent;
  private int copy;

  /** 1 if the work saw what was sent and the copy arrived, else 0. */
  int through(Unit unit) {
    sent = 1;
    try {
      unit.run(this::work);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return copy;
  }

  private void work() {
    copy = sent;
  }
}
