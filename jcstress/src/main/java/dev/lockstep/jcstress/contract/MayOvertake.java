/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link InOrder} for queues that are known to give the newest item first. */
@Outcome(id = "1, 2, 3", expect = ACCEPTABLE, desc = InOrder.KEPT)
@Outcome(
    id = {"1, 3, 2", "2, 1, 3", "2, 3, 1"},
    expect = ACCEPTABLE_INTERESTING,
    desc = InOrder.OVERTAKEN)
@Outcome(expect = FORBIDDEN, desc = InOrder.IMPOSSIBLE)
public final class MayOvertake {

  private MayOvertake() {}
}
