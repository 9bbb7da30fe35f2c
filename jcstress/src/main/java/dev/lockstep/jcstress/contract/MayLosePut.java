/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The mirror of {@link BothArrive} for queues that are known to lose what is put at the same time.
 */
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = BothArrive.FIRST)
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = BothArrive.SECOND)
@Outcome(
    id = {"1, -1", "2, -1"},
    expect = ACCEPTABLE_INTERESTING,
    desc = BothArrive.LOST)
@Outcome(expect = FORBIDDEN, desc = BothArrive.IMPOSSIBLE)
public final class MayLosePut {

  private MayLosePut() {}
}
