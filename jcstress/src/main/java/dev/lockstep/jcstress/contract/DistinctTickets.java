/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * Two threads each add 1 to a counter that stands at 0 and keep what they have written; no two hold
 * the same number.
 */
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = DistinctTickets.FIRST)
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = DistinctTickets.SECOND)
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = DistinctTickets.SHARED)
@Outcome(expect = FORBIDDEN, desc = DistinctTickets.IMPOSSIBLE)
public final class DistinctTickets {

  static final String FIRST = "A read 0 and wrote 1, then B read 1 and wrote 2.";
  static final String SECOND = "B read 0 and wrote 1, then A read 1 and wrote 2.";
  static final String SHARED = "A and B both read 0 and wrote 1: both hold 1.";
  static final String IMPOSSIBLE = "No order of two increments gives this.";

  private DistinctTickets() {}
}
