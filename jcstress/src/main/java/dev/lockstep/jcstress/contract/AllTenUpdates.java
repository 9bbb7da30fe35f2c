/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads add 1 five times each to a counter that stands at 0; afterwards it stands at 10. */
@Outcome(id = "10", expect = ACCEPTABLE, desc = AllTenUpdates.KEPT)
@Outcome(
    id = {"2", "3", "4", "5", "6", "7", "8", "9"},
    expect = FORBIDDEN,
    desc = AllTenUpdates.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = AllTenUpdates.IMPOSSIBLE)
public final class AllTenUpdates {

  static final String KEPT = "Every increment read what the one before it wrote.";
  static final String TRAMPLED = "Some increments were set over others.";
  static final String IMPOSSIBLE = "The first set is over 0, the last over at least 1.";

  private AllTenUpdates() {}
}
