/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads call taskDone for the last two items; the result is what is unfinished. */
@Outcome(id = "0", expect = ACCEPTABLE, desc = NothingLeft.NONE)
@Outcome(id = "1", expect = FORBIDDEN, desc = NothingLeft.ONE)
@Outcome(expect = FORBIDDEN, desc = NothingLeft.IMPOSSIBLE)
public final class NothingLeft {

  static final String NONE = "Both were counted.";
  static final String ONE = "Both subtracted from the same count: join would wait for ever.";
  static final String IMPOSSIBLE = "No order of two calls gives this.";

  private NothingLeft() {}
}
