/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Spin;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread that holds a lock takes it again, as a locked method does that calls another one: does
 * the inner unlock open it?
 *
 * <p>A reentrant lock counts how often its owner holds it and opens at the last unlock only. One
 * that does not count opens at the first, and the second increment stands outside:
 *
 * <pre>{@code
 * Thread A                        Thread B
 * lock, lock, count -> 1
 * unlock
 * get  -> 1
 *                                 lock, lock, count -> 2, ...
 * set 2
 * }</pre>
 */
@Nightly
public class Reentry {

  @JCStressTest
  @Outcome(
      id = "4",
      expect = ACCEPTABLE,
      desc = "The lock was held to the outer unlock: all increments are kept.")
  @Outcome(
      id = {"3", "2"},
      expect = FORBIDDEN,
      desc = "The inner unlock let the other thread in: an increment is lost.")
  @Outcome(expect = FORBIDDEN, desc = "No order of four increments gives this.")
  @State
  public static class $Name {

    private final Lock lock = $subject;
    private int count;

    @Actor
    public void actor1() {
      countTwice();
    }

    @Actor
    public void actor2() {
      countTwice();
    }

    private void countTwice() {
      lock.lock();
      try {
        lock.lock();
        try {
          count++;
        } finally {
          lock.unlock();
        }
        int seen = count; // still inside
        Spin.times(8); // time for the other thread to look
        count = seen + 1;
      } finally {
        lock.unlock();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = count;
    }
  }
}
