/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** Two threads try what only one of them can get. */
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = OneEnters.FIRST)
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = OneEnters.SECOND)
@Outcome(id = "true, true", expect = FORBIDDEN, desc = OneEnters.BOTH)
@Outcome(expect = FORBIDDEN, desc = OneEnters.IMPOSSIBLE)
public final class OneEnters {

  static final String FIRST = "A was first.";
  static final String SECOND = "B was first.";
  static final String BOTH = "A and B both found the way free: both entered.";
  static final String IMPOSSIBLE = "One of them must have been first.";

  private OneEnters() {}
}
