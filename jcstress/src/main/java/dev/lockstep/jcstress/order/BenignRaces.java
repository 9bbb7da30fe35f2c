/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Races that are meant, and how little they may do. */
@Nightly
public class BenignRaces {

  /*
    A hash is computed when it is first asked for and kept in a plain field, as String.hashCode does
    it. Two threads may compute it twice, which costs time and nothing else. Is it right as long as
    both write the same value? Only if each reads the field once:

        once                                twice
        int found = hash                    if (hash == 0) {
        if (found == 0) {                     hash = 42
          found = 42                        }
          hash = found                      return hash
        }
        return found

    "twice" reads the field again to return it. Two plain reads need not be coherent (JLS 17.4.5,
    see Coherence): the first may see the other thread's 42 and the second, done earlier, the 0 from
    before. In the source it looks as if the field only ever went from 0 to 42.

        x86-64              by the compiler only
        AArch64             by the compiler only: the hardware keeps reads of one place in order

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t BenignRaces.HashReadTwice

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES  FREQ       EXPECT  DESCRIPTION
      42, 42  790,000  100%   Acceptable  Both got the hash.
       42, 0        0    0%  Interesting  The one that reads twice found the hash, and returned what was there before it.
  */
  @JCStressTest
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "Both got the hash.")
  @Outcome(
      id = "42, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The one that reads twice found the hash, and returned what was there before it.")
  @Outcome(expect = FORBIDDEN, desc = "The one that reads once got no hash.")
  @Exhibit(construct = "order:PLAIN")
  @State
  public static class HashReadTwice {

    private int hash;

    private int once() {
      int found = hash;
      if (found == 0) {
        found = 42;
        hash = found;
      }
      return found;
    }

    private int twice() {
      if (hash == 0) {
        hash = 42;
      }
      return hash;
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = once();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = twice();
    }
  }
}
