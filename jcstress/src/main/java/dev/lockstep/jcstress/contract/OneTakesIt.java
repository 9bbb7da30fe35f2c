/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * Two threads try to take the only item of a queue, or one of them and whoever looks afterwards; -1
 * is none.
 */
@Outcome(id = "1, -1", expect = ACCEPTABLE, desc = OneTakesIt.FIRST)
@Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = OneTakesIt.SECOND)
@Outcome(id = "1, 1", expect = FORBIDDEN, desc = OneTakesIt.TWICE)
@Outcome(id = "-1, -1", expect = FORBIDDEN, desc = OneTakesIt.LOST)
@Outcome(expect = FORBIDDEN, desc = OneTakesIt.IMPOSSIBLE)
public final class OneTakesIt {

  static final String FIRST = "A took it, B found nothing.";
  static final String SECOND = "B took it, A found nothing.";
  static final String TWICE = "Both took the same item.";
  static final String LOST = "Nobody found it, and it is gone.";
  static final String IMPOSSIBLE = "An item that nobody put, or one without its content.";

  private OneTakesIt() {}
}
