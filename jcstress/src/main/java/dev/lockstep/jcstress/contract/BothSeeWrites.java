/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads each write a field, meet, and read what the other wrote. */
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = BothSeeWrites.SEEN)
@Outcome(id = "0, 1", expect = FORBIDDEN, desc = BothSeeWrites.FIRST_MISSED)
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = BothSeeWrites.SECOND_MISSED)
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = BothSeeWrites.BOTH_MISSED)
@Outcome(expect = FORBIDDEN, desc = BothSeeWrites.IMPOSSIBLE)
public final class BothSeeWrites {

  static final String SEEN = "Both wrote, then met, then read.";
  static final String FIRST_MISSED = "A read before B had written.";
  static final String SECOND_MISSED = "B read before A had written.";
  static final String BOTH_MISSED = "Both read before the other had written.";
  static final String IMPOSSIBLE = "A field is only ever 0 or 1.";

  private BothSeeWrites() {}
}
