/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread writes two fields as one step, another reads the second and then the first. */
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = BothOrNeither.BEFORE)
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = BothOrNeither.AFTER)
@Outcome(id = "0, 1", expect = FORBIDDEN, desc = BothOrNeither.BETWEEN)
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = BothOrNeither.BACKWARDS)
@Outcome(expect = FORBIDDEN, desc = BothOrNeither.IMPOSSIBLE)
public final class BothOrNeither {

  static final String BEFORE = "Read before the writer had begun.";
  static final String AFTER = "Read after the writer was done.";
  static final String BETWEEN = "The second was read before, the first after the writer came.";
  static final String BACKWARDS = "The second write is seen, the first one not.";
  static final String IMPOSSIBLE = "A field is only ever 0 or 1.";

  private BothOrNeither() {}
}
