/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import dev.lockstep.jcstress.contract.BothMayEnter;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.contract.TryLockExcludes;
import dev.lockstep.jcstress.contract.TryLockLeaks;
import dev.lockstep.jcstress.lock.TryLock.Door;
import dev.lockstep.jcstress.mutant.IsLockedFirstLock;
import dev.lockstep.jcstress.mutant.LazyLock;
import dev.lockstep.jcstress.mutant.ReadModeLock;
import dev.lockstep.jcstress.mutant.StampedReadModeLock;
import dev.lockstep.jcstress.mutant.TwoPermitsLock;
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
 * Would {@link TryLock} notice a bug? Locks with one line broken, under the very same contracts:
 * two threads that both get in must be seen.
 */
public class TryLockMutants {

  /*
    A read lock is a Lock, too, and tryLock says true: to everybody who only wants to read. The one who
    wrote the critical section wanted to be alone.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLockMutants.ReadMode

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true, 1          0     0%   Acceptable  B held it when A tried.
      true, false, 1          0     0%   Acceptable  A held it when B tried.
       true, true, 1     21,000   1.0%  Interesting  Both held it at once, and one update is trampled.
       true, true, 2  2,100,000  99.0%   Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockLeaks.class)
  @Twin(
      contract = TryLockExcludes.class,
      mutant = ReadModeLock.class,
      mustObserve = "true, true, 1")
  @State
  public static class ReadMode {

    private final Door door = new Door(new ReadModeLock());

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
    asReadLock in place of asWriteLock: one word, and both threads are inside.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLockMutants.StampedReadMode

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true, 1          0     0%   Acceptable  B held it when A tried.
      true, false, 1          0     0%   Acceptable  A held it when B tried.
       true, true, 1    390,000  16.8%  Interesting  Both held it at once, and one update is trampled.
       true, true, 2  1,900,000  83.2%   Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockLeaks.class)
  @Twin(
      contract = TryLockExcludes.class,
      mutant = StampedReadModeLock.class,
      mustObserve = "true, true, 1")
  @State
  public static class StampedReadMode {

    private final Door door = new Door(new StampedReadModeLock());

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
    A semaphore with two permits is tried by two threads, and has one for each.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLockMutants.TwoPermits

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
              RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true, 1          0     0%   Acceptable  B held it when A tried.
      true, false, 1          0     0%   Acceptable  A held it when B tried.
       true, true, 1    420,000  18.2%  Interesting  Both held it at once, and one update is trampled.
       true, true, 2  1,900,000  81.8%   Acceptable  One was done before the other tried: both got it, one after the other.
  */
  @JCStressTest
  @JCStressMeta(TryLockLeaks.class)
  @Twin(
      contract = TryLockExcludes.class,
      mutant = TwoPermitsLock.class,
      mustObserve = "true, true, 1")
  @State
  public static class TwoPermits {

    private final Door door = new Door(new TwoPermitsLock());

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
    isLocked was asked, so what tryLock says cannot be news: the answer is thrown away. (Who then
    unlocks what it never had learns of it by an exception, if the other thread has not unlocked it
    first.)

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLockMutants.IsLockedFirst

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true    890,000  22.0%   Acceptable  B was first.
      true, false  1,200,000  29.4%   Acceptable  A was first.
       true, true  2,000,000  48.6%  Interesting  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(contract = OneEnters.class, mutant = IsLockedFirstLock.class, mustObserve = "true, true")
  @State
  public static class IsLockedFirst {

    private final Lock lock = new IsLockedFirstLock();

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
    Both threads need a lock, find none and make one. Each takes the one it has made.

        Thread A                    Thread B
        lock?  -> none
                                    lock?  -> none
        lock = a
        tryLock a  -> true
                                    lock = b
                                    tryLock b  -> true

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t TryLockMutants.Lazy

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true    880,000  29.8%   Acceptable  B was first.
      true, false  1,100,000  37.2%   Acceptable  A was first.
       true, true    970,000  33.0%  Interesting  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(contract = OneEnters.class, mutant = LazyLock.class, mustObserve = "true, true")
  @State
  public static class Lazy {

    private final Lock lock = new LazyLock();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = lock.tryLock();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = lock.tryLock();
    }
  }
}
