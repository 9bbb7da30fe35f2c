/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Outcome;

/**
 * The mirror of {@link DistinctTickets} for critical sections that are known to let two threads in.
 */
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = DistinctTickets.FIRST)
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = DistinctTickets.SECOND)
@Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = DistinctTickets.SHARED)
@Outcome(expect = FORBIDDEN, desc = DistinctTickets.IMPOSSIBLE)
public final class MayShareTicket {

  private MayShareTicket() {}
}
