/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * One thread waits for room, another makes room, fills it and counts; the result is whether it ever
 * counted more items than the queue may hold.
 */
@Outcome(id = "0", expect = ACCEPTABLE, desc = BoundKept.KEPT)
@Outcome(id = "1", expect = FORBIDDEN, desc = BoundKept.PASSED)
@Outcome(expect = FORBIDDEN, desc = BoundKept.IMPOSSIBLE)
public final class BoundKept {

  static final String KEPT = "Never more than the queue may hold.";
  static final String PASSED = "The waiting thread was woken, and put its item where no room was.";
  static final String IMPOSSIBLE = "It did or it did not.";

  private BoundKept() {}
}
