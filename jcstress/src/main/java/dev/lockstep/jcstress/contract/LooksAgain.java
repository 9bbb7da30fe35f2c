/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * One thread waits for an item, another puts one, takes it back and puts one more. The numbers are
 * what the first took, what the second took, and what is left; -1 is none.
 */
@Outcome(id = "1, -1, 2", expect = ACCEPTABLE, desc = LooksAgain.FIRST)
@Outcome(id = "2, 1, -1", expect = ACCEPTABLE, desc = LooksAgain.SECOND)
@Outcome(id = "-1, 1, 2", expect = FORBIDDEN, desc = LooksAgain.NOTHING)
@Outcome(expect = FORBIDDEN, desc = LooksAgain.IMPOSSIBLE)
public final class LooksAgain {

  static final String FIRST = "The waiting thread was quicker and took the first item.";
  static final String SECOND = "The first item was taken back, the waiting thread took the second.";
  static final String NOTHING = "The waiting thread was woken, found nothing, and left.";
  static final String IMPOSSIBLE = "No order of these calls gives this.";

  private LooksAgain() {}
}
