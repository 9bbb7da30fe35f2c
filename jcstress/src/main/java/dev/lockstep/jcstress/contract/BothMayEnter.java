/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link OneEnters} for attempts that are known to let both in. */
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = OneEnters.FIRST)
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = OneEnters.SECOND)
@Outcome(id = "true, true", expect = ACCEPTABLE_INTERESTING, desc = OneEnters.BOTH)
@Outcome(expect = FORBIDDEN, desc = OneEnters.IMPOSSIBLE)
public final class BothMayEnter {

  private BothMayEnter() {}
}
