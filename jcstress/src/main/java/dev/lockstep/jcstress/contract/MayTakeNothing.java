/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The mirror of {@link EachTakesOne} for consumers that are known to take without looking again.
 */
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = EachTakesOne.FIRST)
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = EachTakesOne.SECOND)
@Outcome(
    id = {"1, -1", "-1, 1"},
    expect = ACCEPTABLE_INTERESTING,
    desc = EachTakesOne.NOTHING)
@Outcome(expect = FORBIDDEN, desc = EachTakesOne.IMPOSSIBLE)
public final class MayTakeNothing {

  private MayTakeNothing() {}
}
