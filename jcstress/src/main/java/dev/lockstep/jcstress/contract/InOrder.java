/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread puts three items into a queue that holds two, another takes three. */
@Outcome(id = "1, 2, 3", expect = ACCEPTABLE, desc = InOrder.KEPT)
@Outcome(
    id = {"1, 3, 2", "2, 1, 3", "2, 3, 1"},
    expect = FORBIDDEN,
    desc = InOrder.OVERTAKEN)
@Outcome(expect = FORBIDDEN, desc = InOrder.IMPOSSIBLE)
public final class InOrder {

  static final String KEPT = "They came as they were put.";
  static final String OVERTAKEN = "A later item overtook an earlier one.";
  static final String IMPOSSIBLE = "An item twice, or one without its content.";

  private InOrder() {}
}
