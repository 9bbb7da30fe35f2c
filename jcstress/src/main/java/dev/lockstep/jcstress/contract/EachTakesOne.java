/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread puts two items into a buffer of one place, two threads take one each. */
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = EachTakesOne.FIRST)
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = EachTakesOne.SECOND)
@Outcome(
    id = {"1, -1", "-1, 1"},
    expect = FORBIDDEN,
    desc = EachTakesOne.NOTHING)
@Outcome(expect = FORBIDDEN, desc = EachTakesOne.IMPOSSIBLE)
public final class EachTakesOne {

  static final String FIRST = "A took the first item, B the second.";
  static final String SECOND = "B took the first item, A the second.";
  static final String NOTHING = "One took from an empty buffer.";
  static final String IMPOSSIBLE = "No item is taken twice, and none is invented.";

  private EachTakesOne() {}
}
