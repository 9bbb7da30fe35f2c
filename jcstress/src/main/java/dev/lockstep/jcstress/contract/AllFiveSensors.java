/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Five threads add 1 to a counter that stands at 0; afterwards it stands at 5. */
@Outcome(id = "5", expect = ACCEPTABLE, desc = AllFiveSensors.KEPT)
@Outcome(
    id = {"1", "2", "3", "4"},
    expect = FORBIDDEN,
    desc = AllFiveSensors.TRAMPLED)
@Outcome(expect = FORBIDDEN, desc = AllFiveSensors.IMPOSSIBLE)
public final class AllFiveSensors {

  static final String KEPT = "Every increment read what the one before it wrote.";
  static final String TRAMPLED = "Some increments were set over others.";
  static final String IMPOSSIBLE = "No order of five increments gives this.";

  private AllFiveSensors() {}
}
