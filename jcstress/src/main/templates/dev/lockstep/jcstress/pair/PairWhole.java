/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pair;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pair.Pair;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A writer writes a pair of ones and a pair of twos by turns, and a reader reads: can it get halves
 * of two pairs?
 *
 * <pre>{@code
 * Writer                      Reader
 * first = 1, second = 1
 *                             first   -> 1
 * first = 2, second = 2
 *                             second  -> 2
 * }</pre>
 *
 * <p>A lock keeps the writer out between the two reads. A seqlock, and a stamped lock that is read
 * optimistically, let the reader read on and ask behind it whether a writer was there; if so, it
 * begins anew. The question is the exclusion: what order the accesses need is that of {@link
 * PairFences}.
 *
 * <p>The reader reads three times, and shows the digits of what it got last, or of the first two
 * halves that do not belong together. A reader that meets a writer retries, and so it also meets
 * the next one. What is done with a pair must not be done with halves that are thrown away
 * afterwards either: such a sample shows 12.
 */
public class PairWhole {

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "The reader was gone before the first write.")
  @Outcome(
      id = {"11", "22"},
      expect = ACCEPTABLE,
      desc = "The reader saw a pair, whole.")
  @Outcome(
      id = {"1", "10", "2", "20", "12", "21"},
      expect = FORBIDDEN,
      desc = "The reader got halves of two pairs.")
  @Outcome(expect = FORBIDDEN, desc = "A number that nobody wrote.")
  @State
  public static class $Name {

    private final Pair pair = $subject;
    private final Meeting meeting = new Meeting();
    private boolean torn;

    @Actor
    public void writer() {
      meeting.begin();
      for (int i = 0; i < 3; i++) {
        pair.write(1, 1);
        pair.write(2, 2);
      }
    }

    @Actor
    public void reader(J_Result r) {
      meeting.begin();
      long seen = 0;
      for (int i = 0; i < 3 && seen % 11 == 0; i++) {
        seen = pair.read(this::number);
      }
      r.r1 = torn && seen % 11 == 0 ? 12 : seen;
    }

    private long number(long first, long second) {
      torn |= first != second;
      return 10 * first + second;
    }
  }
}
