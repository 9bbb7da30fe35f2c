/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads try a free lock; who gets it adds 1 and unlocks. The third number is the count. */
@Outcome(id = "true, true, 2", expect = ACCEPTABLE, desc = TryLockExcludes.IN_TURN)
@Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = TryLockExcludes.FIRST)
@Outcome(id = "false, true, 1", expect = ACCEPTABLE, desc = TryLockExcludes.SECOND)
@Outcome(id = "true, true, 1", expect = FORBIDDEN, desc = TryLockExcludes.TOGETHER)
@Outcome(expect = FORBIDDEN, desc = TryLockExcludes.IMPOSSIBLE)
public final class TryLockExcludes {

  static final String IN_TURN =
      "One was done before the other tried: both got it, one after the other.";
  static final String FIRST = "A held it when B tried.";
  static final String SECOND = "B held it when A tried.";
  static final String TOGETHER = "Both held it at once, and one update is trampled.";
  static final String IMPOSSIBLE =
      "A free lock was refused to both, or the count belongs to no order.";

  private TryLockExcludes() {}
}
