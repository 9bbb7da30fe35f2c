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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.LockPerThread

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    480,000   7.1%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  6,300,000  92.9%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.LockedWriteOnly

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    820,000  43.3%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  1,100,000  56.7%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.UnlockTooEarly

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           1   42,000   5.1%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  790,000  94.9%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.FailedTryLockIgnored

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    760,000  31.0%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  1,700,000  69.0%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.BoxedLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
           1   5,400,000  34.0%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  10,000,000  66.0%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.AlwaysNewMonitor

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
           1   4,700,000  26.9%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  13,000,000  73.1%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.ReadLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1     26,000   1.3%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  2,000,000  98.7%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.StampedReadLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    300,000  10.9%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  2,400,000  89.1%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.TwoPermits

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    260,000  12.3%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  1,900,000  87.7%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.CheckThenAct

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1     17,000   0.6%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  2,900,000  99.4%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.SplitAdd

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    430,000   5.8%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  7,000,000  94.2%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.AtomicGetSet

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    210,000   3.0%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  6,700,000  97.0%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.CasIgnored

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1  1,700,000  22.4%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  5,700,000  77.6%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.PlainAdder

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    500,000   6.1%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  7,600,000  93.9%   Acceptable  One read what the other wrote: both updates are kept.
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

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounterMutants.SharedCell

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1  3,700,000  36.7%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  6,300,000  63.3%   Acceptable  One read what the other wrote: both updates are kept.
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
