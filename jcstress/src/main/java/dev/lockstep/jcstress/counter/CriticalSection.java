/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.contract.AllFiveSensors;
import dev.lockstep.jcstress.contract.AllFourUpdates;
import dev.lockstep.jcstress.contract.AllTenUpdates;
import dev.lockstep.jcstress.contract.BothOffsets;
import dev.lockstep.jcstress.contract.DistinctTickets;
import dev.lockstep.jcstress.contract.MayLeaveEarly;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What does a critical section keep together, beyond the sum? Each question is one of {@link
 * CounterRace}, asked again with a lock; the race there is the twin of the proof here.
 */
public class CriticalSection {

  /*
    Are numbers that are handed out under a lock different? Increment and return are one section:
    what B reads there, A has written and kept before it let B in. This is how tickets, sequence
    numbers and ids are made.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CriticalSection.ReturnedValue

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
        1, 1          0     0%   Forbidden  A and B both read 0 and wrote 1: both hold 1.
        1, 2  7,500,000  52.7%  Acceptable  A read 0 and wrote 1, then B read 1 and wrote 2.
        2, 1  6,700,000  47.3%  Acceptable  B read 0 and wrote 1, then A read 1 and wrote 2.
  */
  @JCStressTest
  @JCStressMeta(DistinctTickets.class)
  @Proof(construct = "lock:REENTRANT_LOCK")
  @State
  public static class ReturnedValue {

    private final Lock lock = LockKind.REENTRANT_LOCK.create();
    private int count;

    @Actor
    public void actor1(II_Result r) {
      r.r1 = next();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = next();
    }

    private int next() {
      lock.lock();
      try {
        // critical section
        return ++count;
      } finally {
        lock.unlock();
      }
    }
  }

  /*
    A adds 1, B adds 10. Without a lock the sum may be 1 or 10 and names the one who trampled the
    other; with it there is nobody to name.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CriticalSection.DistinctOffsets

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, B wrote 10, then A wrote 1: A trampled B.
          10           0    0%   Forbidden  Both read 0, A wrote 1, then B wrote 10: B trampled A.
          11  33,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(BothOffsets.class)
  @Proof(construct = "counter:REENTRANT_LOCK")
  @State
  public static class DistinctOffsets {

    private final Counter counter = CounterKind.REENTRANT_LOCK.create();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(10);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Five increments each: the lock is taken ten times in whatever order, most often by the thread
    that has just let go of it, and every section follows on the one before.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CriticalSection.FiveUpdates

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
          10  32,000,000  100%  Acceptable  Every increment read what the one before it wrote.
           2           0    0%   Forbidden  Some increments were set over others.
           3           0    0%   Forbidden  Some increments were set over others.
           4           0    0%   Forbidden  Some increments were set over others.
           5           0    0%   Forbidden  Some increments were set over others.
           6           0    0%   Forbidden  Some increments were set over others.
           7           0    0%   Forbidden  Some increments were set over others.
           8           0    0%   Forbidden  Some increments were set over others.
           9           0    0%   Forbidden  Some increments were set over others.
  */
  @JCStressTest
  @JCStressMeta(AllTenUpdates.class)
  @Proof(construct = "counter:SYNCHRONIZED")
  @State
  public static class FiveUpdates {

    private final Counter counter = CounterKind.SYNCHRONIZED.create();

    @Actor
    public void actor1() {
      for (int i = 0; i < 5; i++) {
        counter.increment(1);
      }
    }

    @Actor
    public void actor2() {
      for (int i = 0; i < 5; i++) {
        counter.increment(1);
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    The five sensors of the Python notes behind a lock. Five actors need five CPUs: with fewer,
    this test is listed as not run, and FiveUpdates and LockedCounter speak for it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CriticalSection.FiveSensors

    Not recorded: it needs 5 CPUs.
  */
  @JCStressTest
  @JCStressMeta(AllFiveSensors.class)
  @Proof(construct = "counter:REENTRANT_LOCK")
  @State
  public static class FiveSensors {

    private final Counter counter = CounterKind.REENTRANT_LOCK.create();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Actor
    public void actor3() {
      counter.increment(1);
    }

    @Actor
    public void actor4() {
      counter.increment(1);
    }

    @Actor
    public void actor5() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    A thread that holds the lock takes it again, as a locked method does that calls another one:
    does the inner unlock open it? The lock counts how often its owner holds it and opens at the
    last unlock only. (Python: RLock. A Lock, like a Semaphore(1) or a StampedLock here, would wait
    for itself for ever.)

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CriticalSection.Reentry

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  The inner unlock let the other thread in: an update is trampled.
           2           0    0%   Forbidden  The inner unlock let the other thread in: an update is trampled.
           3           0    0%   Forbidden  The inner unlock let the other thread in: an update is trampled.
           4  14,000,000  100%  Acceptable  The lock was held to the outer unlock: all updates are kept.
  */
  @JCStressTest
  @JCStressMeta(AllFourUpdates.class)
  @Proof(construct = "lock:REENTRANT_LOCK")
  @State
  public static class Reentry {

    private final Lock lock = LockKind.REENTRANT_LOCK.create();
    private int count;

    @Actor
    public void actor1() {
      twice();
    }

    @Actor
    public void actor2() {
      twice();
    }

    private void twice() {
      lock.lock();
      try {
        lock.lock();
        try {
          count++;
        } finally {
          lock.unlock();
        }
        count++; // still in the critical section
      } finally {
        lock.unlock();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = count;
    }
  }

  /*
    The twin of Reentry: a lock that remembers its owner and lets it in again, but does not count.
    The inner unlock opens it, and the second increment stands outside:

        Thread A                        Thread B
        lock, lock, count -> 1
        unlock
        get  -> 1
                                        lock, lock, count -> 2, ...
        set 2

    The unlock that is then one too many is ignored, as the lock is open already.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CriticalSection.OpensAtInnerUnlock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1          0     0%  Interesting  The inner unlock let the other thread in: an update is trampled.
           2     45,000   1.5%  Interesting  The inner unlock let the other thread in: an update is trampled.
           3    100,000   3.4%  Interesting  The inner unlock let the other thread in: an update is trampled.
           4  2,900,000  95.1%   Acceptable  The lock was held to the outer unlock: all updates are kept.
  */
  @JCStressTest
  @JCStressMeta(MayLeaveEarly.class)
  @Twin(
      contract = AllFourUpdates.class,
      bug = "the inner unlock opens the lock",
      mustObserve = {"2", "3"},
      mayObserve = "1")
  @State
  public static class OpensAtInnerUnlock {

    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private int count;

    @Actor
    public void actor1() {
      twice();
    }

    @Actor
    public void actor2() {
      twice();
    }

    private void twice() {
      lock();
      lock();
      count++;
      unlock();
      count++;
      unlock();
    }

    private void lock() {
      Thread me = Thread.currentThread();
      while (!me.equals(owner.get()) && !owner.compareAndSet(null, me)) {
        Thread.onSpinWait();
      }
    }

    private void unlock() {
      owner.compareAndSet(Thread.currentThread(), null);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = count;
    }
  }
}
