/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.contract.BothAcquire;
import dev.lockstep.jcstress.contract.MayBlockEachOther;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two locks and two threads: when do they deadlock? A deadlock would end the test instead of being
 * counted; so the second lock is tried, not waited for, and a refusal says that lock() would now
 * wait. If both are refused, each waits for the other.
 */
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
    Both take the left lock first: whoever has it also finds the right one free, since nobody comes
    to the right one but by the left. One order for all is all it takes.
  */
  @JCStressTest
  @JCStressMeta(BothAcquire.class)
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
  */
  @JCStressTest
  @JCStressMeta(MayBlockEachOther.class)
  @Twin(
      contract = BothAcquire.class,
      bug = "the two threads take the locks in opposite orders",
      mustObserve = "false, false",
      mayObserve = {"true, false", "false, true"})
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
