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
