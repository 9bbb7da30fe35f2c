/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Three threads enter where two permits are; the result is the most that were inside at once. */
@Outcome(id = "1", expect = ACCEPTABLE, desc = TwoInside.ONE)
@Outcome(id = "2", expect = ACCEPTABLE, desc = TwoInside.TWO)
@Outcome(id = "3", expect = FORBIDDEN, desc = TwoInside.THREE)
@Outcome(expect = FORBIDDEN, desc = TwoInside.IMPOSSIBLE)
public final class TwoInside {

  static final String ONE = "They came one after the other.";
  static final String TWO = "Two were inside, the third waited.";
  static final String THREE = "All three were inside.";
  static final String IMPOSSIBLE = "Only one to three can be inside.";

  private TwoInside() {}
}
