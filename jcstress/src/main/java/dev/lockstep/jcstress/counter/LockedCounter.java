/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.jcstress.contract.NoLostUpdate;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * The same two increments under every lock, atomic and other remedy: is any update lost?
 *
 * <p>One table for all, {@link NoLostUpdate}. A test in which the forbidden outcome never came says
 * little by itself; that it could have come is shown by {@link LockedCounterMutants}, the same
 * counters with one line broken, which run beside it and must be caught.
 */
public class LockedCounter {

  /*
    Does a monitor make the three steps one? A holds it from get to set; B's lock comes after A's
    unlock or the other way round, and the earlier one's set happens-before the later one's get
    (JLS 17.4.5).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.Synchronized

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  63,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:SYNCHRONIZED")
  @State
  public static class Synchronized {

    private final Counter counter = CounterKind.SYNCHRONIZED.create();

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
    Does java.util.concurrent's lock give what the monitor gives? Its state is a volatile int that
    unlock writes and lock reads; that pair carries the counter along.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.ReentrantLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  29,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:REENTRANT_LOCK")
  @State
  public static class ReentrantLock {

    private final Counter counter = CounterKind.REENTRANT_LOCK.create();

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
    Does fairness change what the lock guarantees? No, only who comes next: a thread that finds
    others waiting queues up behind them, which shows in the number of samples.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.ReentrantLockFair

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  30,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:REENTRANT_LOCK_FAIR")
  @State
  public static class ReentrantLockFair {

    private final Counter counter = CounterKind.REENTRANT_LOCK_FAIR.create();

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
    Do two holders of the write lock exclude each other? The lock that readers share is not under
    test here: the arbiter reads when both actors have ended.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.WriteLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  14,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:WRITE_LOCK")
  @State
  public static class WriteLock {

    private final Counter counter = CounterKind.WRITE_LOCK.create();

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
    Does a lock without owner do as well? What excludes is the lock's state, not whose thread it
    is.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.StampedLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  18,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:STAMPED_LOCK")
  @State
  public static class StampedLock {

    private final Counter counter = CounterKind.STAMPED_LOCK.create();

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
    Is one permit a lock? A release happens-before the acquire that takes the permit; with a
    single permit nobody else can be between the two.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.Semaphore

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  13,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:SEMAPHORE")
  @State
  public static class Semaphore {

    private final Counter counter = CounterKind.SEMAPHORE.create();

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
    Is the spin lock of this suite one? The compare-and-set that succeeds acquires what setRelease
    published, and only one thread can turn the flag from false to true.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.SpinLock

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  18,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:SPIN_LOCK")
  @State
  public static class SpinLock {

    private final Counter counter = CounterKind.SPIN_LOCK.create();

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
    Is addAndGet indivisible? Compiled for x86_64 it is one locked instruction: the CPU keeps the
    cache line from its read to its write, so there is no time between get and set. The
    interpreter loops around a compare-and-set instead, see CasLoop.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.Atomic

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  39,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:ATOMIC")
  @State
  public static class Atomic {

    private final Counter counter = CounterKind.ATOMIC.create();

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
    Is the same operation on a field of one's own as good as on an AtomicInteger? It is the same
    instruction at another address.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.GetAndAdd

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  50,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:GET_AND_ADD")
  @State
  public static class GetAndAdd {

    private final Counter counter = CounterKind.GET_AND_ADD.create();

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
    Get and add are still two steps here, and B may come between them; then A's compare-and-set
    finds another value than A has read, fails, and A begins anew:

        Thread A                    Thread B            count
        get  -> 0                                       0
                                    get, add, set 1     1
        set 1 if still 0: fails                         1
        get  -> 1, set 2 if still 1                     2

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.CasLoop

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  52,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:CAS_LOOP")
  @State
  public static class CasLoop {

    private final Counter counter = CounterKind.CAS_LOOP.create();

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
    Are no updates lost between a LongAdder's cells? Each cell is added to indivisibly, and the
    arbiter sums them up when both actors have ended: while they count, a sum may show a state
    that never was.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.Adder

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  32,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:ADDER")
  @State
  public static class Adder {

    private final Counter counter = CounterKind.ADDER.create();

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
    Needs a counter a lock at all? Each actor counts in a cell that no other thread touches, and
    the arbiter, which comes after both, adds the cells up.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockedCounter.Confined

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES  FREQ      EXPECT  DESCRIPTION
           1           0    0%   Forbidden  Both read 0, both wrote 1: one update is trampled.
           2  17,000,000  100%  Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "counter:CONFINED")
  @State
  public static class Confined {

    private final Counter counter = CounterKind.CONFINED.create();
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
