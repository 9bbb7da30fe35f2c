/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pair;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pair.Pair;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads write pairs at the same time: is what stays the pair of one of them?
 *
 * <pre>{@code
 * Thread A                    Thread B
 * first = 1
 *                             first = 2
 *                             second = 2
 * second = 1
 * }</pre>
 *
 * <p>Readers that look at a version find nothing wrong here: it is even again, and the pair that
 * nobody wrote stays. So the writers need a lock among themselves, which in a seqlock is the odd
 * version, taken by compare-and-set. Each thread writes twice, so that it also meets a writer that
 * is about to leave.
 */
@Nightly
public class PairWriters {

  @JCStressTest
  @Outcome(id = "11", expect = ACCEPTABLE, desc = "The pair of the one thread stays.")
  @Outcome(id = "22", expect = ACCEPTABLE, desc = "The pair of the other thread stays.")
  @Outcome(
      id = {"12", "21"},
      expect = FORBIDDEN,
      desc = "One half of each stays.")
  @Outcome(expect = FORBIDDEN, desc = "A number that nobody wrote.")
  @State
  public static class $Name {

    private final Pair pair = $subject;
    private final Meeting meeting = new Meeting();

    @Actor
    public void actor1() {
      meeting.begin();
      pair.write(1, 1);
      pair.write(1, 1);
    }

    @Actor
    public void actor2() {
      meeting.begin();
      pair.write(2, 2);
      pair.write(2, 2);
    }

    @Arbiter
    public void arbiter(J_Result r) {
      r.r1 = pair.read((first, second) -> 10 * first + second);
    }
  }
}
