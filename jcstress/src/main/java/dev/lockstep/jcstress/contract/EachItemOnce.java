/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * Two threads put an item each into one queue and then take one each; -1 is none. The third number
 * is what is left.
 */
@Outcome(id = "1, 2, 0", expect = ACCEPTABLE, desc = EachItemOnce.OWN)
@Outcome(id = "2, 1, 0", expect = ACCEPTABLE, desc = EachItemOnce.SWAPPED)
@Outcome(
    id = {"1, 1, 0", "2, 2, 0"},
    expect = FORBIDDEN,
    desc = EachItemOnce.TWICE)
@Outcome(
    id = {"1, -1, 0", "2, -1, 0", "-1, 1, 0", "-1, 2, 0"},
    expect = FORBIDDEN,
    desc = EachItemOnce.LOST)
@Outcome(
    id = {"-1, 1, 1", "-1, 2, 1", "1, -1, 1", "2, -1, 1"},
    expect = FORBIDDEN,
    desc = EachItemOnce.OVERLOOKED)
@Outcome(expect = FORBIDDEN, desc = EachItemOnce.IMPOSSIBLE)
public final class EachItemOnce {

  static final String OWN = "Each took what it had put.";
  static final String SWAPPED = "Each took what the other had put.";
  static final String TWICE = "Both took the same item, and the other one is gone.";
  static final String LOST = "An item was put and never found.";
  static final String OVERLOOKED = "One found nothing, and an item was there.";
  static final String IMPOSSIBLE = "An item without its content, or one too many.";

  private EachItemOnce() {}
}
