/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link AllTenUpdates} for counters that are known to lose updates. */
@Outcome(id = "10", expect = ACCEPTABLE, desc = AllTenUpdates.KEPT)
@Outcome(
    id = {"2", "3", "4", "5", "6", "7", "8", "9"},
    expect = ACCEPTABLE_INTERESTING,
    desc = AllTenUpdates.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = AllTenUpdates.IMPOSSIBLE)
public final class MayLoseManyUpdates {

  private MayLoseManyUpdates() {}
}
