/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/** One thread publishes an object that holds 42, another looks: it finds nothing, or 42. */
@Outcome(id = "-1", expect = ACCEPTABLE, desc = Published.ABSENT)
@Outcome(id = "42", expect = ACCEPTABLE, desc = Published.COMPLETE)
@Outcome(id = "0", expect = FORBIDDEN, desc = Published.EMPTY)
@Outcome(expect = FORBIDDEN, desc = Published.IMPOSSIBLE)
public final class Published {

  static final String ABSENT = "Read before it was published.";
  static final String COMPLETE = "Read after it was published, with its content.";
  static final String EMPTY = "The object is seen, its content is not.";
  static final String IMPOSSIBLE = "The content is only ever 0 or 42.";

  private Published() {}
}
