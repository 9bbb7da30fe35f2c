/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.jcstress.contract.MayLoseUpdate;
import dev.lockstep.jcstress.contract.NoLostUpdate;
import dev.lockstep.jcstress.mutant.AlwaysNewMonitorCounter;
import dev.lockstep.jcstress.mutant.AtomicGetSetCounter;
import dev.lockstep.jcstress.mutant.BoxedLockCounter;
import dev.lockstep.jcstress.mutant.CasIgnoredCounter;
import dev.lockstep.jcstress.mutant.CheckThenActCounter;
import dev.lockstep.jcstress.mutant.FailedTryLockIgnoredCounter;
import dev.lockstep.jcstress.mutant.LockPerThreadCounter;
import dev.lockstep.jcstress.mutant.LockedWriteOnlyCounter;
import dev.lockstep.jcstress.mutant.PlainAdderCounter;
import dev.lockstep.jcstress.mutant.ReadLockCounter;
import dev.lockstep.jcstress.mutant.SharedCellCounter;
import dev.lockstep.jcstress.mutant.SplitAddCounter;
import dev.lockstep.jcstress.mutant.StampedReadLockCounter;
import dev.lockstep.jcstress.mutant.TwoPermitsCounter;
import dev.lockstep.jcstress.mutant.UnlockTooEarlyCounter;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Would {@link LockedCounter} notice a bug? Each counter of that class, with one line broken the
 * way people break it, under the very same contract: the lost update that is forbidden there must
 * be seen here. How many of the mutants a run has caught is the sensitivity of its proofs.
 */
public class LockedCounterMutants {

  /*
    get, add and set are all inside a critical section, but each thread has a lock of its own.
    Nobody ever waits, and nobody is kept out.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = LockPerThreadCounter.class, mustObserve = "1")
  @State
  public static class LockPerThread {

    private final Counter counter = new LockPerThreadCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    The lock is held, but only for the write:

        Thread A                    Thread B                        count
        get  -> 0                                                   0
                                    get  -> 0                       0
        lock, set 1, unlock                                         1
                                    lock, set 1, unlock             1
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = LockedWriteOnlyCounter.class, mustObserve = "1")
  @State
  public static class LockedWriteOnly {

    private final Counter counter = new LockedWriteOnlyCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    The other half is missing: get and add are inside, the set comes after the unlock. B can read
    between A's unlock and A's set.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = UnlockTooEarlyCounter.class, mustObserve = "1")
  @State
  public static class UnlockTooEarly {

    private final Counter counter = new UnlockTooEarlyCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    tryLock says whether it got the lock, and nobody listens: who was refused counts all the same.
    Without contention it is right, which is how it passes every test in one thread.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(
      contract = NoLostUpdate.class,
      mutant = FailedTryLockIgnoredCounter.class,
      mustObserve = "1")
  @State
  public static class FailedTryLockIgnored {

    private final Counter counter = new FailedTryLockIgnoredCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Integer.valueOf(1000) gives a new object each time, and synchronized locks objects, not numbers.
    (For -128 to 127 the boxes are shared with everybody, which is a bug of another kind.)
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = BoxedLockCounter.class, mustObserve = "1")
  @State
  public static class BoxedLock {

    private final Counter counter = new BoxedLockCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    The monitor of an object that no other thread can see keeps nobody out; the JIT knows it, too,
    and removes the locking altogether.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = AlwaysNewMonitorCounter.class, mustObserve = "1")
  @State
  public static class AlwaysNewMonitor {

    private final Counter counter = new AlwaysNewMonitorCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    The right lock in the wrong mode: readers share, so two threads that hold the read lock are
    inside at the same time.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = ReadLockCounter.class, mustObserve = "1")
  @State
  public static class ReadLock {

    private final Counter counter = new ReadLockCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    The same mistake with the other lock that has two modes. The stamp is real, the unlock takes
    it, nothing complains.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = StampedReadLockCounter.class, mustObserve = "1")
  @State
  public static class StampedReadLock {

    private final Counter counter = new StampedReadLockCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Two permits, two threads inside. A semaphore is only a lock if it has one permit, which is also
    what one release too many silently undoes.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = TwoPermitsCounter.class, mustObserve = "1")
  @State
  public static class TwoPermits {

    private final Counter counter = new TwoPermitsCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    A home-made lock: look whether it is free, then take it. Between look and take the other thread
    looks, too:

        Thread A                    Thread B
        held?  -> false
                                    held?  -> false
        held = true, get -> 0
                                    held = true, get -> 0
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = CheckThenActCounter.class, mustObserve = "1")
  @State
  public static class CheckThenAct {

    private final Counter counter = new CheckThenActCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    getAndAdd is one indivisible step; a volatile get and a volatile set are two, however close they
    stand.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = SplitAddCounter.class, mustObserve = "1")
  @State
  public static class SplitAdd {

    private final Counter counter = new SplitAddCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    The class is called AtomicInteger, and each of its methods is atomic. Two of them in a row are
    not.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = AtomicGetSetCounter.class, mustObserve = "1")
  @State
  public static class AtomicGetSet {

    private final Counter counter = new AtomicGetSetCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    compareAndSet returns false when somebody else was faster. Without the loop that tries again the
    update is not trampled, it is never made; the count is the same.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = CasIgnoredCounter.class, mustObserve = "1")
  @State
  public static class CasIgnored {

    private final Counter counter = new CasIgnoredCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    LongAdder adds by compare-and-set and moves on to another cell when that fails. With a plain
    addition its first cell is a plain counter.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = PlainAdderCounter.class, mustObserve = "1")
  @State
  public static class PlainAdder {

    private final Counter counter = new PlainAdderCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Confinement is a promise that nobody else has the cell. Here both threads were given the same one,
    and it has no lock, since a confined cell needs none.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Twin(contract = NoLostUpdate.class, mutant = SharedCellCounter.class, mustObserve = "1")
  @State
  public static class SharedCell {

    private final Counter counter = new SharedCellCounter();
    private final Counter mine = counter.local();
    private final Counter yours = counter.local();

    @Actor
    public void actor1() {
      mine.increment(1);
    }

    @Actor
    public void actor2() {
      yours.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }
}
