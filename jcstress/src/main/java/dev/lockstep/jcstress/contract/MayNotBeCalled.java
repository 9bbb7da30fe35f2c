/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** The mirror of {@link CalledOnce} for futures that are known to lose callbacks. */
@Outcome(id = "1", expect = ACCEPTABLE, desc = CalledOnce.ONCE)
@Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = CalledOnce.NEVER)
@Outcome(id = "2", expect = FORBIDDEN, desc = CalledOnce.TWICE)
@Outcome(expect = FORBIDDEN, desc = CalledOnce.IMPOSSIBLE)
public final class MayNotBeCalled {

  private MayNotBeCalled() {}
}
