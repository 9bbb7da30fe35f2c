/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread puts two items and closes the queue, another processes it to the end. */
@Outcome(id = "2", expect = ACCEPTABLE, desc = AllProcessed.ALL)
@Outcome(
    id = {"0", "1"},
    expect = FORBIDDEN,
    desc = AllProcessed.LEFT)
@Outcome(expect = FORBIDDEN, desc = AllProcessed.IMPOSSIBLE)
public final class AllProcessed {

  static final String ALL = "What was put before the end was processed before the end.";
  static final String LEFT = "The end overtook an item.";
  static final String IMPOSSIBLE = "No more than two items were put.";

  private AllProcessed() {}
}
