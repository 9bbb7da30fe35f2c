/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread puts an item, another tries to take it and tells that it is done. */
@Outcome(id = "0", expect = ACCEPTABLE, desc = CountedInTime.EARLY)
@Outcome(id = "1", expect = ACCEPTABLE, desc = CountedInTime.DONE)
@Outcome(id = "-1", expect = FORBIDDEN, desc = CountedInTime.REFUSED)
@Outcome(expect = FORBIDDEN, desc = CountedInTime.IMPOSSIBLE)
public final class CountedInTime {

  static final String EARLY = "There was nothing to take yet.";
  static final String DONE = "It was taken, and its taskDone was accepted.";
  static final String REFUSED = "It was taken before it was counted: its taskDone is one too many.";
  static final String IMPOSSIBLE = "It is taken or not, and done or not.";

  private CountedInTime() {}
}
