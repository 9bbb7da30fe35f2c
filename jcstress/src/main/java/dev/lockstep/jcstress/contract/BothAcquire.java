/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads each hold one lock and try another; afterwards each has said whether it got both. */
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = BothAcquire.IN_TURN)
@Outcome(id = "true, false", expect = FORBIDDEN, desc = BothAcquire.FIRST)
@Outcome(id = "false, true", expect = FORBIDDEN, desc = BothAcquire.SECOND)
@Outcome(id = "false, false", expect = FORBIDDEN, desc = BothAcquire.DEADLOCK)
@Outcome(expect = FORBIDDEN, desc = BothAcquire.IMPOSSIBLE)
public final class BothAcquire {

  static final String IN_TURN = "One after the other: both got both locks.";
  static final String FIRST = "B found the lock that A held.";
  static final String SECOND = "A found the lock that B held.";
  static final String DEADLOCK =
      "Each held what the other tried: with lock() both would wait for ever.";
  static final String IMPOSSIBLE = "There is no other answer.";

  private BothAcquire() {}
}
