/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link SeesWrite} for signals that are known to come too early. */
@Outcome(id = "1", expect = ACCEPTABLE, desc = SeesWrite.SEEN)
@Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = SeesWrite.MISSED)
@Outcome(expect = FORBIDDEN, desc = SeesWrite.IMPOSSIBLE)
public final class MayMissWrite {

  private MayMissWrite() {}
}
