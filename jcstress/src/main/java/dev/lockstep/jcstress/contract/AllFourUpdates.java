/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * Two threads each lock twice and add 1 inside and 1 after the inner unlock; afterwards the counter
 * stands at 4.
 */
@Outcome(id = "4", expect = ACCEPTABLE, desc = AllFourUpdates.KEPT)
@Outcome(
    id = {"1", "2", "3"},
    expect = FORBIDDEN,
    desc = AllFourUpdates.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = AllFourUpdates.IMPOSSIBLE)
public final class AllFourUpdates {

  static final String KEPT = "The lock was held to the outer unlock: all updates are kept.";
  static final String TRAMPLED = "The inner unlock let the other thread in: an update is trampled.";
  static final String IMPOSSIBLE = "No order of four increments gives this.";

  private AllFourUpdates() {}
}
