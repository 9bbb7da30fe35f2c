/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads put an item each into one queue; afterwards both are there. -1 is none. */
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = BothArrive.FIRST)
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = BothArrive.SECOND)
@Outcome(
    id = {"1, -1", "2, -1"},
    expect = FORBIDDEN,
    desc = BothArrive.LOST)
@Outcome(expect = FORBIDDEN, desc = BothArrive.IMPOSSIBLE)
public final class BothArrive {

  static final String FIRST = "A put first, B second.";
  static final String SECOND = "B put first, A second.";
  static final String LOST = "Both put into the same place: one item is gone.";
  static final String IMPOSSIBLE = "An item that nobody put, or one without its content.";

  private BothArrive() {}
}
