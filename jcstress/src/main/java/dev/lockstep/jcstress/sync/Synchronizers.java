/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.contract.BothSeeWrites;
import dev.lockstep.jcstress.contract.DistinctIndices;
import dev.lockstep.jcstress.contract.EachTakesOne;
import dev.lockstep.jcstress.contract.MayBeThreeInside;
import dev.lockstep.jcstress.contract.MayMissWrite;
import dev.lockstep.jcstress.contract.MayMissWrites;
import dev.lockstep.jcstress.contract.MayShareIndex;
import dev.lockstep.jcstress.contract.MayTakeFromEmpty;
import dev.lockstep.jcstress.contract.MayTakeNothing;
import dev.lockstep.jcstress.contract.SeesWrite;
import dev.lockstep.jcstress.contract.TakesItem;
import dev.lockstep.jcstress.contract.TwoInside;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Who has waited for another thread: does it see what that thread did before?
 *
 * <p>One thread writes a plain field and sends a signal; the other waits for the signal and reads
 * the field. {@link StopSignals} asks whether the signal arrives at all, this class what it brings
 * along. Since a sample may put a thread to sleep and wake it, it takes microseconds.
 */
@HandsOff
public class Synchronizers {

  /*
    The write of the field comes before the write of the flag, the read of the flag before the read of
    the field; the flag is volatile, and that makes a chain (JLS 17.4.5).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.VolatileFlag

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES  FREQ      EXPECT  DESCRIPTION
           0          0    0%   Forbidden  The wait was over, and the write is not there.
           1  4,000,000  100%  Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:VOLATILE_FLAG")
  @State
  public static class VolatileFlag {

    private final Signal signal = SyncKind.VOLATILE_FLAG.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    The monitor that protects the question orders everything else, too: unlock happens-before lock.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.MonitorWait

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           0        0    0%   Forbidden  The wait was over, and the write is not there.
           1  370,000  100%  Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:MONITOR")
  @State
  public static class MonitorWait {

    private final Signal signal = SyncKind.MONITOR.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    await gives the lock back while it waits and takes it again before it returns; it is the lock that
    carries the write along.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.ConditionAwait

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           0        0    0%   Forbidden  The wait was over, and the write is not there.
           1  420,000  100%  Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:CONDITION")
  @State
  public static class ConditionAwait {

    private final Signal signal = SyncKind.CONDITION.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    What was done before set is seen after await.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.EventAwait

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           0        0    0%   Forbidden  The wait was over, and the write is not there.
           1  450,000  100%  Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class EventAwait {

    private final Signal signal = SyncKind.EVENT.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    Actions before countDown happen-before a return from await (API of CountDownLatch).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.LatchAwait

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES  FREQ      EXPECT  DESCRIPTION
           0          0    0%   Forbidden  The wait was over, and the write is not there.
           1  1,500,000  100%  Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:LATCH")
  @State
  public static class LatchAwait {

    private final Signal signal = SyncKind.LATCH.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    Actions before release happen-before those after the acquire that gets the permit (API of
    Semaphore).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.SemaphoreAcquire

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES  FREQ      EXPECT  DESCRIPTION
           0          0    0%   Forbidden  The wait was over, and the write is not there.
           1  1,600,000  100%  Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:SEMAPHORE")
  @State
  public static class SemaphoreAcquire {

    private final Signal signal = SyncKind.SEMAPHORE.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    What was done before the permit was given back is seen by whoever gets it: the count of permits is
    a volatile field, written by the release and read by the acquire.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.BoundedAcquire
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:BOUNDED_SEMAPHORE")
  @State
  public static class BoundedAcquire {

    private final Signal signal = SyncKind.BOUNDED_SEMAPHORE.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    What was done before the gate was opened is seen by those who passed it because of that.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.GatePassed
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:PAUSE_GATE")
  @State
  public static class GatePassed {

    private final Signal signal = SyncKind.PAUSE_GATE.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    Actions of the completing thread happen-before a return from get (API of Future). isDone promises
    no such thing.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.FutureGet

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES  FREQ      EXPECT  DESCRIPTION
           0          0    0%   Forbidden  The wait was over, and the write is not there.
           1  2,100,000  100%  Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "sync:FUTURE")
  @State
  public static class FutureGet {

    private final Signal signal = SyncKind.FUTURE.create();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    The twin: the two lines of the sender in the wrong order. The signal brings along what was
    written before it; the field was not.

        Sender              Waiter
        signal
                            (awake)
                            field  -> 0
        field = 1

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.SentTooEarly

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           0   31,000   3.2%  Interesting  The wait was over, and the write is not there.
           1  940,000  96.8%   Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(
      contract = SeesWrite.class,
      bug = "the signal is sent before the field is written",
      mustObserve = "0")
  @State
  public static class SentTooEarly {

    private final Signal signal = SyncKind.LATCH.create();
    private int field;

    @Actor
    public void sender() {
      signal.send(null);
      field = 1;
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    At a barrier both write, meet, and read: each sees what the other wrote. Actions before await
    happen-before actions after it in the other threads (API of CyclicBarrier).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.Barrier

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
        0, 0        0    0%   Forbidden  Both read before the other had written.
        0, 1        0    0%   Forbidden  A read before B had written.
        1, 0        0    0%   Forbidden  B read before A had written.
        1, 1    8,800  100%  Acceptable  Both wrote, then met, then read.
  */
  @JCStressTest
  @JCStressMeta(BothSeeWrites.class)
  @Proof(construct = "sync:BARRIER")
  @State
  public static class Barrier {

    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private int left;
    private int right;

    @Actor
    public void actor1(II_Result r) {
      left = 1;
      int _ = Await.on(barrier);
      r.r1 = right;
    }

    @Actor
    public void actor2(II_Result r) {
      right = 1;
      int _ = Await.on(barrier);
      r.r2 = left;
    }
  }

  /*
    The twin: they write after they have met. The barrier has ordered nothing that matters.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.MetTooEarly

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 0        1  <0.1%  Interesting  Both read before the other had written.
        0, 1    4,000  49.5%  Interesting  A read before B had written.
        1, 0    4,100  50.5%  Interesting  B read before A had written.
        1, 1        0     0%   Acceptable  Both wrote, then met, then read.
  */
  @JCStressTest
  @JCStressMeta(MayMissWrites.class)
  @Twin(
      contract = BothSeeWrites.class,
      bug = "the threads meet before they write",
      mustObserve = {"0, 1", "1, 0"},
      mayObserve = "0, 0")
  @State
  public static class MetTooEarly {

    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private int left;
    private int right;

    @Actor
    public void actor1(II_Result r) {
      int _ = Await.on(barrier);
      left = 1;
      r.r1 = right;
    }

    @Actor
    public void actor2(II_Result r) {
      int _ = Await.on(barrier);
      right = 1;
      r.r2 = left;
    }
  }

  /*
    await returns how many are still to come: 1 for the first of two, 0 for the last. No two threads
    get the same number, so it can pick the one that does the work of all.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.BarrierIndex

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES   FREQ      EXPECT  DESCRIPTION
        0, 1    4,100  49.3%  Acceptable  B came first, A was the last.
        1, 0    4,200  50.7%  Acceptable  A came first, B was the last.
        1, 1        0     0%   Forbidden  Both were told that one more is to come.
  */
  @JCStressTest
  @JCStressMeta(DistinctIndices.class)
  @Proof(construct = "sync:BARRIER")
  @State
  public static class BarrierIndex {

    private final CyclicBarrier barrier = new CyclicBarrier(2);

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Await.on(barrier);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Await.on(barrier);
    }
  }

  /*
    The twin: a home-made count of arrivals that is read and written in two steps. Both read 2, both
    are told that one more is to come, and nobody does the work of the last.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.IndexInTwoSteps

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 1  3,400,000  70.7%   Acceptable  B came first, A was the last.
        1, 0  1,300,000  26.5%   Acceptable  A came first, B was the last.
        1, 1    140,000   2.8%  Interesting  Both were told that one more is to come.
  */
  @JCStressTest
  @JCStressMeta(MayShareIndex.class)
  @Twin(
      contract = DistinctIndices.class,
      bug = "arrivals are counted in two steps",
      mustObserve = "1, 1")
  @State
  public static class IndexInTwoSteps {

    private volatile int awaited = 2;

    @Actor
    public void actor1(II_Result r) {
      r.r1 = arrive();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = arrive();
    }

    private int arrive() {
      int left = awaited - 1;
      awaited = left;
      return left;
    }
  }

  /** Counts who is inside, and remembers the most. */
  static final class Room {

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    void enter() {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    }

    void visit() {
      enter();
      inside.decrementAndGet();
    }
  }

  /*
    Two permits, three threads: at most two are inside. Three actors need three CPUs: with fewer,
    this test and its twin are listed as not run.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.TwoPermits

    Not recorded: it needs 3 CPUs.
  */
  @JCStressTest
  @JCStressMeta(TwoInside.class)
  @Proof(construct = "sync:SEMAPHORE")
  @State
  public static class TwoPermits {

    private final Semaphore permits = new Semaphore(2);
    private final Room room = new Room();

    @Actor
    public void actor1() {
      enter();
    }

    @Actor
    public void actor2() {
      enter();
    }

    @Actor
    public void actor3() {
      enter();
    }

    private void enter() {
      permits.acquireUninterruptibly();
      try {
        room.visit();
      } finally {
        permits.release();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = room.most.get();
    }
  }

  /*
    The twin: a permit is given back that was never taken, as a release in a finally does when the
    acquire before it has failed. There are three permits now, and three threads inside.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.OneReleaseTooMany

    Not recorded: it needs 3 CPUs.
  */
  @JCStressTest
  @JCStressMeta(MayBeThreeInside.class)
  @Twin(
      contract = TwoInside.class,
      bug = "a permit is released that was never acquired",
      mustObserve = "3")
  @State
  public static class OneReleaseTooMany {

    private final Semaphore permits = new Semaphore(2);
    private final Room room = new Room();

    public OneReleaseTooMany() {
      permits.release();
    }

    @Actor
    public void actor1() {
      enter();
    }

    @Actor
    public void actor2() {
      enter();
    }

    @Actor
    public void actor3() {
      enter();
    }

    private void enter() {
      permits.acquireUninterruptibly();
      try {
        room.visit();
      } finally {
        permits.release();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = room.most.get();
    }
  }

  /*
    Two permits, and one of them is taken for as long as the test lasts: two threads want the other.
    One waits, so there are never more than two inside. This is TwoPermits for machines with two CPUs:
    the third thread is inside already.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.LastPermit
  */
  @JCStressTest
  @JCStressMeta(TwoInside.class)
  @Proof(construct = "sync:SEMAPHORE")
  @State
  public static class LastPermit {

    private final Semaphore permits = new Semaphore(2);
    private final Room room = new Room();

    public LastPermit() {
      boolean _ = permits.tryAcquire();
      room.enter();
    }

    @Actor
    public void actor1() {
      visit();
    }

    @Actor
    public void actor2() {
      visit();
    }

    private void visit() {
      permits.acquireUninterruptibly();
      try {
        room.visit();
      } finally {
        permits.release();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = room.most.get();
    }
  }

  /*
    The twin: a permit is given back that was never taken, and a third thread finds it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.OnePermitTooMany
  */
  @JCStressTest
  @JCStressMeta(MayBeThreeInside.class)
  @Twin(
      contract = TwoInside.class,
      bug = "a permit is released that was never acquired",
      mustObserve = "3")
  @State
  public static class OnePermitTooMany {

    private final Semaphore permits = new Semaphore(2);
    private final Room room = new Room();

    public OnePermitTooMany() {
      boolean _ = permits.tryAcquire();
      room.enter();
      permits.release();
    }

    @Actor
    public void actor1() {
      visit();
    }

    @Actor
    public void actor2() {
      visit();
    }

    private void visit() {
      permits.acquireUninterruptibly();
      try {
        room.visit();
      } finally {
        permits.release();
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = room.most.get();
    }
  }

  /** A buffer of one place; how a consumer waits is up to the test. */
  abstract static class Buffer {

    int item;
    volatile boolean waitedFor;

    synchronized void put(int value) {
      while (item != 0) {
        Await.once(this);
      }
      item = value;
      notifyAll();
    }

    /** Takes the item, or -1 if the place is empty; called with the monitor held. */
    final int remove() {
      int value = item == 0 ? -1 : item;
      item = 0;
      notifyAll();
      return value;
    }

    abstract int take();

    /** Puts an item and takes it again, before anybody who is woken can have the monitor. */
    final synchronized void putAndTakeBack(int value) {
      put(value);
      int _ = remove();
    }

    /** Waits until somebody waits for an item. */
    final void awaitConsumer() {
      while (!waitedFor) {
        Thread.onSpinWait();
      }
    }
  }

  /** Asks again after every wake-up. */
  static final class WhileBuffer extends Buffer {
    @Override
    synchronized int take() {
      while (item == 0) {
        waitedFor = true;
        Await.once(this);
      }
      return remove();
    }
  }

  /** Asks once. */
  static final class IfBuffer extends Buffer {
    @Override
    synchronized int take() {
      if (item == 0) {
        waitedFor = true;
        Await.once(this);
      }
      return remove();
    }
  }

  /*
    One producer of two items, a buffer of one place, two consumers that wait for an item: does each
    take one? notifyAll wakes both, one takes the item, the other asks again and waits on. Three
    actors need three CPUs: with fewer, this test and its twin are listed as not run.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.ConditionWhile

    Not recorded: it needs 3 CPUs.
  */
  @JCStressTest
  @JCStressMeta(EachTakesOne.class)
  @Proof(construct = "sync:MONITOR")
  @State
  public static class ConditionWhile {

    private final Buffer buffer = new WhileBuffer();

    @Actor
    public void producer() {
      buffer.put(1);
      buffer.put(2);
    }

    @Actor
    public void consumer1(II_Result r) {
      r.r1 = buffer.take();
    }

    @Actor
    public void consumer2(II_Result r) {
      r.r2 = buffer.take();
    }
  }

  /*
    The twin: if in place of while. The second consumer wakes up, finds the item gone and takes it
    all the same:

        Producer            Consumer A          Consumer B
                            empty: wait         empty: wait
        put 1, notifyAll
                            take 1
                                                take nothing

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.ConditionIf

    Not recorded: it needs 3 CPUs.
  */
  @JCStressTest
  @JCStressMeta(MayTakeNothing.class)
  @Twin(
      contract = EachTakesOne.class,
      bug = "a consumer does not ask again when it wakes up",
      mustObserve = {"1, -1", "-1, 1"})
  @State
  public static class ConditionIf {

    private final Buffer buffer = new IfBuffer();

    @Actor
    public void producer() {
      buffer.put(1);
      buffer.put(2);
    }

    @Actor
    public void consumer1(II_Result r) {
      r.r1 = buffer.take();
    }

    @Actor
    public void consumer2(II_Result r) {
      r.r2 = buffer.take();
    }
  }

  /*
    The same for machines with two CPUs: the producer itself is the second consumer, and always the
    quicker one, since it has the monitor. The other one waits, is woken by the first item, finds the
    place empty, asks again and waits for the second.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.TakeWhile
  */
  @JCStressTest
  @JCStressMeta(TakesItem.class)
  @Proof(construct = "sync:MONITOR")
  @State
  public static class TakeWhile {

    private final Buffer buffer = new WhileBuffer();

    @Actor
    public void producer() {
      buffer.awaitConsumer();
      buffer.putAndTakeBack(1);
      buffer.put(2);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = buffer.take();
    }
  }

  /*
    The twin: if in place of while, seen on two CPUs.

        Producer                            Consumer
                                            empty: wait
        put 1, notifyAll
        take 1 back
                                            (awake) take nothing

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Synchronizers.TakeIf
  */
  @JCStressTest
  @JCStressMeta(MayTakeFromEmpty.class)
  @Twin(
      contract = TakesItem.class,
      bug = "a consumer does not ask again when it wakes up",
      mustObserve = "-1")
  @State
  public static class TakeIf {

    private final Buffer buffer = new IfBuffer();

    @Actor
    public void producer() {
      buffer.awaitConsumer();
      buffer.putAndTakeBack(1);
      buffer.put(2);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = buffer.take();
    }
  }
}
