/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread writes a field and signals, another waits for the signal and reads the field. */
@Outcome(id = "1", expect = ACCEPTABLE, desc = SeesWrite.SEEN)
@Outcome(id = "0", expect = FORBIDDEN, desc = SeesWrite.MISSED)
@Outcome(expect = FORBIDDEN, desc = SeesWrite.IMPOSSIBLE)
public final class SeesWrite {

  static final String SEEN = "The write happened-before the read: it is seen.";
  static final String MISSED = "The wait was over, and the write is not there.";
  static final String IMPOSSIBLE = "The field is only ever 0 or 1.";

  private SeesWrite() {}
}
