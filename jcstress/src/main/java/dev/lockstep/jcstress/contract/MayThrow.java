/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link Ends} for threads that are known to fail at the signal. */
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = Ends.TERMINATED)
@Outcome(id = "STALE", expect = FORBIDDEN, desc = Ends.STALE)
@Outcome(id = "ERROR", expect = ACCEPTABLE_INTERESTING, desc = Ends.ERROR)
@Outcome(expect = FORBIDDEN, desc = Ends.IMPOSSIBLE)
public final class MayThrow {

  private MayThrow() {}
}
