/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads add 1 to a counter that stands at 0; afterwards it stands at 2. */
@Outcome(id = "2", expect = ACCEPTABLE, desc = NoLostUpdate.KEPT)
@Outcome(id = "1", expect = FORBIDDEN, desc = NoLostUpdate.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = NoLostUpdate.IMPOSSIBLE)
public final class NoLostUpdate {

  static final String KEPT = "One read what the other wrote: both updates are kept.";
  static final String TRAMPLED = "Both read 0, both wrote 1: one update is trampled.";
  static final String IMPOSSIBLE = "No order of two increments gives this.";

  private NoLostUpdate() {}
}
