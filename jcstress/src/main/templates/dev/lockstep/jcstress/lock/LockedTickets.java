/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads draw two tickets each under a lock: do all of them differ?
 *
 * <p>Increment and return are one critical section. What B reads there, A has written and kept
 * before it let B in. Each thread draws twice, so that a lock that opens too early after a wait is
 * found out, too. A result holds the two tickets of a thread as one number of two digits.
 */
@Nightly
public class LockedTickets {

  @JCStressTest
  @Outcome(id = "12, 34", expect = ACCEPTABLE, desc = "A drew both before B.")
  @Outcome(id = "34, 12", expect = ACCEPTABLE, desc = "B drew both before A.")
  @Outcome(
      id = {"13, 24", "14, 23", "23, 14", "24, 13"},
      expect = ACCEPTABLE,
      desc = "One drew while the other was between its two.")
  @Outcome(
      id = {"12, 12", "12, 23", "23, 12", "13, 12", "12, 13", "13, 23", "23, 13", "13, 13"},
      expect = FORBIDDEN,
      desc = "Two threads hold the same ticket: both were inside.")
  @Outcome(expect = FORBIDDEN, desc = "A ticket is missing, or one too many is there.")
  @State
  public static class $Name {

    private final Lock lock = $subject;
    private int last;

    @Actor
    public void actor1(II_Result r) {
      int first = draw();
      r.r1 = 10 * first + draw();
    }

    @Actor
    public void actor2(II_Result r) {
      int first = draw();
      r.r2 = 10 * first + draw();
    }

    private int draw() {
      lock.lock();
      try {
        int next = last + 1;
        Thread.onSpinWait(); // time for the other thread to look
        last = next;
        return next;
      } finally {
        lock.unlock();
      }
    }
  }
}
