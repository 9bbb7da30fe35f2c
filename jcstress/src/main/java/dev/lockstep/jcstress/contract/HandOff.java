/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * Two threads each write a field, have an executor's tasks copy it, and read the copies; what each
 * then holds is 1 if every task saw the field and every copy arrived, else 0.
 */
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = HandOff.BOTH)
@Outcome(id = "0, 1", expect = FORBIDDEN, desc = HandOff.FIRST_MISSED)
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = HandOff.SECOND_MISSED)
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = HandOff.BOTH_MISSED)
@Outcome(expect = FORBIDDEN, desc = HandOff.IMPOSSIBLE)
public final class HandOff {

  static final String BOTH = "Both callers: written, copied and read in this order.";
  static final String FIRST_MISSED = "First caller: a field was read before it was written.";
  static final String SECOND_MISSED = "Second caller: a field was read before it was written.";
  static final String BOTH_MISSED = "Both callers: a field was read before it was written.";
  static final String IMPOSSIBLE = "A field is only ever 0 or 1.";

  private HandOff() {}
}
