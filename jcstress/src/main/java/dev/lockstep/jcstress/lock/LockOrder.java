/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two locks and two threads: when do they deadlock? A deadlock would end the test instead of being
 * counted; so the second lock is tried, not waited for, and a refusal says that lock() would now
 * wait. If both are refused, each waits for the other.
 */
@Nightly
public class LockOrder {

  /** Holds one lock and tries the other. */
  private static boolean both(Lock held, Lock tried) {
    held.lock();
    try {
      if (!tried.tryLock()) {
        return false;
      }
      tried.unlock();
      return true;
    } finally {
      held.unlock();
    }
  }

  /*
    Both take the left lock first. The thread that has it finds the right one free, too, since no
    thread comes to the right one but by the left. One order for all is all it takes.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockOrder.Ordered

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
            RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
        true, true  120,000  100%  Acceptable  One after the other: both got both locks.
      false, false        0    0%   Forbidden  Each held what the other tried: with lock() both would wait for ever.
  */
  @JCStressTest
  @Outcome(
      id = "true, true",
      expect = ACCEPTABLE,
      desc = "One after the other: both got both locks.")
  @Outcome(
      id = {"false, false"},
      expect = FORBIDDEN,
      desc = "Each held what the other tried: with lock() both would wait for ever.")
  @Outcome(expect = FORBIDDEN, desc = "One found a lock that the other held.")
  @Proof(construct = "lock:REENTRANT_LOCK")
  @State
  public static class Ordered {

    private final Lock left = LockKind.REENTRANT_LOCK.create();
    private final Lock right = LockKind.REENTRANT_LOCK.create();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = both(left, right);
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = both(left, right);
    }
  }

  /*
    The twin: one takes left and then right, the other right and then left.

        Thread A            Thread B
        lock left
                            lock right
        right?  -> taken
                            left?  -> taken

    Seen here it costs two answers; with lock() in place of tryLock() it costs the program.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockOrder.Opposite

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
            RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        true, true   33,000  97.7%   Acceptable  One after the other: both got both locks.
      false, false      400   1.2%  Interesting  Each held what the other tried: with lock() both would wait for ever.
       false, true      170   0.5%  Interesting  One found a lock that the other held.
       true, false      210   0.6%  Interesting  One found a lock that the other held.
  */
  @JCStressTest
  @Outcome(
      id = "true, true",
      expect = ACCEPTABLE,
      desc = "One after the other: both got both locks.")
  @Outcome(
      id = "false, false",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each held what the other tried: with lock() both would wait for ever.")
  @Outcome(
      id = {"false, true", "true, false"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "One found a lock that the other held.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @Twin(of = LockOrder.Ordered.class, bug = "the two threads take the locks in opposite orders")
  @State
  public static class Opposite {

    private final Lock left = LockKind.REENTRANT_LOCK.create();
    private final Lock right = LockKind.REENTRANT_LOCK.create();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = both(left, right);
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = both(right, left);
    }
  }
}
