/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link HandOff} for executors that are known to return too early. */
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = HandOff.BOTH)
@Outcome(id = "0, 1", expect = ACCEPTABLE_INTERESTING, desc = HandOff.FIRST_MISSED)
@Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = HandOff.SECOND_MISSED)
@Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = HandOff.BOTH_MISSED)
@Outcome(expect = FORBIDDEN, desc = HandOff.IMPOSSIBLE)
public final class LeakyHandOff {

  private LeakyHandOff() {}
}
