/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link AllFiveSensors} for counters that are known to lose updates. */
@Outcome(id = "5", expect = ACCEPTABLE, desc = AllFiveSensors.KEPT)
@Outcome(
    id = {"1", "2", "3", "4"},
    expect = ACCEPTABLE_INTERESTING,
    desc = AllFiveSensors.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = AllFiveSensors.IMPOSSIBLE)
public final class MayLoseSensors {

  private MayLoseSensors() {}
}
