/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread completes a future, another registers a callback: it is called once. */
@Outcome(id = "1", expect = ACCEPTABLE, desc = CalledOnce.ONCE)
@Outcome(id = "0", expect = FORBIDDEN, desc = CalledOnce.NEVER)
@Outcome(id = "2", expect = FORBIDDEN, desc = CalledOnce.TWICE)
@Outcome(expect = FORBIDDEN, desc = CalledOnce.IMPOSSIBLE)
public final class CalledOnce {

  static final String ONCE = "Whoever came second made the call.";
  static final String NEVER = "Each thought the other would make the call.";
  static final String TWICE = "Both made the call.";
  static final String IMPOSSIBLE = "There are two threads: at most two calls.";

  private CalledOnce() {}
}
