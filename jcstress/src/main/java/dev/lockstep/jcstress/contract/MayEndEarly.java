/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link AllProcessed} for queues that are known to end with items inside. */
@Outcome(id = "2", expect = ACCEPTABLE, desc = AllProcessed.ALL)
@Outcome(
    id = {"0", "1"},
    expect = ACCEPTABLE_INTERESTING,
    desc = AllProcessed.LEFT)
@Outcome(expect = FORBIDDEN, desc = AllProcessed.IMPOSSIBLE)
public final class MayEndEarly {

  private MayEndEarly() {}
}
