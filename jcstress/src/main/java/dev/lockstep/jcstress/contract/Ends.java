/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** A thread works or waits until another one tells it to stop, and then ends. */
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = Ends.TERMINATED)
@Outcome(id = "STALE", expect = FORBIDDEN, desc = Ends.STALE)
@Outcome(id = "ERROR", expect = FORBIDDEN, desc = Ends.ERROR)
@Outcome(expect = FORBIDDEN, desc = Ends.IMPOSSIBLE)
public final class Ends {

  static final String TERMINATED = "The signal arrived: the thread has ended.";
  static final String STALE = "The thread did not end within 30 seconds of the signal.";
  static final String ERROR = "The thread, or the signal, ended with an exception.";
  static final String IMPOSSIBLE = "A thread ends, or does not.";

  private Ends() {}
}
