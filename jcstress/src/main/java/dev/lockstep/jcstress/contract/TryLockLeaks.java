/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link TryLockExcludes} for locks that are known to let both in. */
@Outcome(id = "true, true, 2", expect = ACCEPTABLE, desc = TryLockExcludes.IN_TURN)
@Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = TryLockExcludes.FIRST)
@Outcome(id = "false, true, 1", expect = ACCEPTABLE, desc = TryLockExcludes.SECOND)
@Outcome(id = "true, true, 1", expect = ACCEPTABLE_INTERESTING, desc = TryLockExcludes.TOGETHER)
@Outcome(expect = FORBIDDEN, desc = TryLockExcludes.IMPOSSIBLE)
public final class TryLockLeaks {

  private TryLockLeaks() {}
}
