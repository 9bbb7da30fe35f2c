/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.contract.BothMayEnter;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.contract.TryLockExcludes;
import dev.lockstep.jcstress.contract.TryLockLeaks;
import dev.lockstep.jcstress.mutant.CheckThenActLock;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two threads try a lock instead of waiting for it: does it let in one at a time?
 *
 * <p>The Python notes show two ways to find a lock taken, {@code acquire(blocking=False)} and
 * {@code locked()}, as if they were one. The first decides and takes in one step; the second is a
 * hint about the past, and {@link LockedThenAcquire} shows what acting on it does.
 */
public class TryLock {

  /** One lock and what it guards: who gets in adds 1 and leaves. */
  static final class Door {

    private final Lock lock;
    private int count;

    Door(Lock lock) {
      this.lock = lock;
    }

    boolean tryToCount() {
      if (!lock.tryLock()) {
        return false;
      }
      try {
        // critical section
        count++;
      } finally {
        lock.unlock();
      }
      return true;
    }

    /** Asked when both threads are done. */
    int count() {
      return count;
    }
  }

  /*
    Both find the lock free: does one of them get it, and only one? tryLock is a single compare-and-
    set of the lock's state; who loses it is told so at once instead of waiting.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.ReentrantLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT  SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true, 1  880,000  35.0%  Acceptable  B held it when A tried.
      true, false, 1  860,000  34.4%  Acceptable  A held it when B tried.
       true, true, 1        0     0%   Forbidden  Both held it at once, and one update is trampled.
       true, true, 2  770,000  30.6%  Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockExcludes.class)
  @Proof(construct = "lock:REENTRANT_LOCK")
  @State
  public static class ReentrantLock {

    private final Door door = new Door(LockKind.REENTRANT_LOCK.create());

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = door.tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = door.tryToCount();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = door.count();
    }
  }

  /*
    The fair lock's tryLock does not queue up (its API says so: it will barge), and excludes just as
    well.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.ReentrantLockFair

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT  SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true, 1  880,000  34.9%  Acceptable  B held it when A tried.
      true, false, 1  870,000  34.7%  Acceptable  A held it when B tried.
       true, true, 1        0     0%   Forbidden  Both held it at once, and one update is trampled.
       true, true, 2  760,000  30.4%  Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockExcludes.class)
  @Proof(construct = "lock:REENTRANT_LOCK_FAIR")
  @State
  public static class ReentrantLockFair {

    private final Door door = new Door(LockKind.REENTRANT_LOCK_FAIR.create());

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = door.tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = door.tryToCount();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = door.count();
    }
  }

  /*
    The write half of a read-write lock, tried. One more state is checked, that of the readers, in
    the same compare-and-set.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.WriteLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true, 1  1,200,000  43.9%  Acceptable  B held it when A tried.
      true, false, 1  1,200,000  43.8%  Acceptable  A held it when B tried.
       true, true, 1          0     0%   Forbidden  Both held it at once, and one update is trampled.
       true, true, 2    340,000  12.3%  Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockExcludes.class)
  @Proof(construct = "lock:WRITE_LOCK")
  @State
  public static class WriteLock {

    private final Door door = new Door(LockKind.WRITE_LOCK.create());

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = door.tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = door.tryToCount();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = door.count();
    }
  }

  /*
    The stamped lock seen as a Lock. It has no owner, so it is the stamp in its state that keeps the
    other out.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.StampedLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true, 1  1,100,000  38.4%  Acceptable  B held it when A tried.
      true, false, 1  1,100,000  38.2%  Acceptable  A held it when B tried.
       true, true, 1          0     0%   Forbidden  Both held it at once, and one update is trampled.
       true, true, 2    700,000  23.4%  Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockExcludes.class)
  @Proof(construct = "lock:STAMPED_LOCK")
  @State
  public static class StampedLock {

    private final Door door = new Door(LockKind.STAMPED_LOCK.create());

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = door.tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = door.tryToCount();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = door.count();
    }
  }

  /*
    tryAcquire on one permit. It tries again as long as a permit is to be had, so a free one is never
    refused to both.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.Semaphore

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT  SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true, 1  190,000  20.3%  Acceptable  B held it when A tried.
      true, false, 1  190,000  20.4%  Acceptable  A held it when B tried.
       true, true, 1        0     0%   Forbidden  Both held it at once, and one update is trampled.
       true, true, 2  560,000  59.3%  Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockExcludes.class)
  @Proof(construct = "lock:SEMAPHORE")
  @State
  public static class Semaphore {

    private final Door door = new Door(LockKind.SEMAPHORE.create());

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = door.tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = door.tryToCount();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = door.count();
    }
  }

  /*
    The home-made lock: look first, which is cheap, and then compare-and-set, which decides.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.SpinLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true, 1    630,000  17.4%  Acceptable  B held it when A tried.
      true, false, 1    650,000  17.8%  Acceptable  A held it when B tried.
       true, true, 1          0     0%   Forbidden  Both held it at once, and one update is trampled.
       true, true, 2  2,400,000  64.8%  Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockExcludes.class)
  @Proof(construct = "lock:SPIN_LOCK")
  @State
  public static class SpinLock {

    private final Door door = new Door(LockKind.SPIN_LOCK.create());

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = door.tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = door.tryToCount();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = door.count();
    }
  }

  /*
    The twin: the same lock with look and take in two steps. Both look, both find it free, both take
    it and are told that they have it:

        Thread A                    Thread B
        held?  -> false
                                    held?  -> false
        held = true
                                    held = true
        get  -> 0                   get  -> 0
        set 1                       set 1

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.CheckThenAct

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true, 1    330,000   6.0%   Acceptable  B held it when A tried.
      true, false, 1    330,000   6.0%   Acceptable  A held it when B tried.
       true, true, 1     66,000   1.2%  Interesting  Both held it at once, and one update is trampled.
       true, true, 2  4,800,000  86.8%   Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockLeaks.class)
  @Twin(
      contract = TryLockExcludes.class,
      mutant = CheckThenActLock.class,
      mustObserve = "true, true, 1")
  @State
  public static class CheckThenAct {

    private final Door door = new Door(new CheckThenActLock());

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = door.tryToCount();
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = door.tryToCount();
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = door.count();
    }
  }

  /*
    The lock is never given back: of two threads that try it, exactly one may hold it. Nothing but
    the two answers is looked at, so not even luck with the count can hide a second holder.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.Once

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true  3,100,000  47.4%  Acceptable  B was first.
      true, false  3,500,000  52.6%  Acceptable  A was first.
       true, true          0     0%   Forbidden  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "lock:SPIN_LOCK")
  @State
  public static class Once {

    private final Lock lock = LockKind.SPIN_LOCK.create();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = lock.tryLock();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = lock.tryLock();
    }
  }

  /*
    The twin of Once, and the mistake of the notes: ask whether the lock is taken, and if not, take
    it. The answer is right when it is given and may be wrong when it is used. Volatile does not
    help; each access is as fresh as can be.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLock.LockedThenAcquire

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true  4,700,000  44.6%   Acceptable  B was first.
      true, false  4,600,000  43.7%   Acceptable  A was first.
       true, true  1,200,000  11.7%  Interesting  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(
      contract = OneEnters.class,
      bug = "asks whether the lock is taken before it takes it",
      mustObserve = "true, true")
  @State
  public static class LockedThenAcquire {

    private volatile boolean locked;

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = enter();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = enter();
    }

    private boolean enter() {
      if (locked) {
        return false;
      }
      locked = true;
      return true;
    }
  }
}
