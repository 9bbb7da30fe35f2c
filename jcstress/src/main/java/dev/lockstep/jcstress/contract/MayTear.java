/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The mirror of {@link BothOrNeither} for readers that are known to look between the two writes.
 */
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = BothOrNeither.BEFORE)
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = BothOrNeither.AFTER)
@Outcome(id = "0, 1", expect = ACCEPTABLE_INTERESTING, desc = BothOrNeither.BETWEEN)
@Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = BothOrNeither.BACKWARDS)
@Outcome(expect = FORBIDDEN, desc = BothOrNeither.IMPOSSIBLE)
public final class MayTear {

  private MayTear() {}
}
