/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * One thread waits for an item; another puts one, takes it before the first can, and then puts a
 * second. The result is what the first has taken.
 */
@Outcome(id = "2", expect = ACCEPTABLE, desc = TakesItem.SECOND)
@Outcome(id = "-1", expect = FORBIDDEN, desc = TakesItem.NOTHING)
@Outcome(expect = FORBIDDEN, desc = TakesItem.IMPOSSIBLE)
public final class TakesItem {

  static final String SECOND = "It found the first item gone, and took the second.";
  static final String NOTHING = "It took from an empty buffer.";
  static final String IMPOSSIBLE = "No item is invented.";

  private TakesItem() {}
}
