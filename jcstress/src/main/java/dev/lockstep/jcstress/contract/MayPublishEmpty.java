/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link Published} for publications that are known to show the object too early. */
@Outcome(id = "-1", expect = ACCEPTABLE, desc = Published.ABSENT)
@Outcome(id = "42", expect = ACCEPTABLE, desc = Published.COMPLETE)
@Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = Published.EMPTY)
@Outcome(expect = FORBIDDEN, desc = Published.IMPOSSIBLE)
public final class MayPublishEmpty {

  private MayPublishEmpty() {}
}
