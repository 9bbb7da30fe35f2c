/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads arrive and are told how many more are to come. */
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = DistinctIndices.FIRST)
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = DistinctIndices.SECOND)
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = DistinctIndices.SAME)
@Outcome(expect = FORBIDDEN, desc = DistinctIndices.IMPOSSIBLE)
public final class DistinctIndices {

  static final String FIRST = "A came first, B was the last.";
  static final String SECOND = "B came first, A was the last.";
  static final String SAME = "Both were told that one more is to come.";
  static final String IMPOSSIBLE = "Of two arrivals, one is the last.";

  private DistinctIndices() {}
}
