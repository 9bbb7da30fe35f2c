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
