/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link BothAcquire} for orders of locking that are known to deadlock. */
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = BothAcquire.IN_TURN)
@Outcome(id = "true, false", expect = ACCEPTABLE_INTERESTING, desc = BothAcquire.FIRST)
@Outcome(id = "false, true", expect = ACCEPTABLE_INTERESTING, desc = BothAcquire.SECOND)
@Outcome(id = "false, false", expect = ACCEPTABLE_INTERESTING, desc = BothAcquire.DEADLOCK)
@Outcome(expect = FORBIDDEN, desc = BothAcquire.IMPOSSIBLE)
public final class MayBlockEachOther {

  private MayBlockEachOther() {}
}
