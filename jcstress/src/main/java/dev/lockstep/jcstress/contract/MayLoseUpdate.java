/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link NoLostUpdate} for counters that are known to lose updates. */
@Outcome(id = "2", expect = ACCEPTABLE, desc = NoLostUpdate.KEPT)
@Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = NoLostUpdate.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = NoLostUpdate.IMPOSSIBLE)
public final class MayLoseUpdate {

  private MayLoseUpdate() {}
}
