/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread adds 1 and another 10 to a counter that stands at 0; afterwards it stands at 11. */
@Outcome(id = "11", expect = ACCEPTABLE, desc = BothOffsets.KEPT)
@Outcome(id = "1", expect = FORBIDDEN, desc = BothOffsets.TRAMPLED_TEN)
@Outcome(id = "10", expect = FORBIDDEN, desc = BothOffsets.TRAMPLED_ONE)
@Outcome(expect = FORBIDDEN, desc = BothOffsets.IMPOSSIBLE)
public final class BothOffsets {

  static final String KEPT = "One read what the other wrote: both updates are kept.";
  static final String TRAMPLED_TEN = "Both read 0, B wrote 10, then A wrote 1: A trampled B.";
  static final String TRAMPLED_ONE = "Both read 0, A wrote 1, then B wrote 10: B trampled A.";
  static final String IMPOSSIBLE = "No order of the two increments gives this.";

  private BothOffsets() {}
}
