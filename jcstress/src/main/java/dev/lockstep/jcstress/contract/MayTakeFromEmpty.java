/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link TakesItem} for consumers that are known to take without looking again. */
@Outcome(id = "2", expect = ACCEPTABLE, desc = TakesItem.SECOND)
@Outcome(id = "-1", expect = ACCEPTABLE_INTERESTING, desc = TakesItem.NOTHING)
@Outcome(expect = FORBIDDEN, desc = TakesItem.IMPOSSIBLE)
public final class MayTakeFromEmpty {

  private MayTakeFromEmpty() {}
}
