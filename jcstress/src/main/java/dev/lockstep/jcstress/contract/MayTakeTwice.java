/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link EachItemOnce} for queues that are known to give an item away twice. */
@Outcome(id = "1, 2, 0", expect = ACCEPTABLE, desc = EachItemOnce.OWN)
@Outcome(id = "2, 1, 0", expect = ACCEPTABLE, desc = EachItemOnce.SWAPPED)
@Outcome(
    id = {"1, 1, 0", "2, 2, 0"},
    expect = ACCEPTABLE_INTERESTING,
    desc = EachItemOnce.TWICE)
@Outcome(
    id = {"1, -1, 0", "2, -1, 0", "-1, 1, 0", "-1, 2, 0"},
    expect = FORBIDDEN,
    desc = EachItemOnce.LOST)
@Outcome(
    id = {"-1, 1, 1", "-1, 2, 1", "1, -1, 1", "2, -1, 1"},
    expect = FORBIDDEN,
    desc = EachItemOnce.OVERLOOKED)
@Outcome(expect = FORBIDDEN, desc = EachItemOnce.IMPOSSIBLE)
public final class MayTakeTwice {

  private MayTakeTwice() {}
}
