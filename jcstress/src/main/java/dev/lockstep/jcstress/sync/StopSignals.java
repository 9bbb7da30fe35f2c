/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Event;
import dev.lockstep.core.sync.Signal;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.contract.Ends;
import dev.lockstep.jcstress.contract.MayStay;
import dev.lockstep.jcstress.contract.MayThrow;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.State;

/**
 * A thread works or waits, another tells it to stop: does it stop?
 *
 * <p>The Python notes say that a thread cannot be stopped from outside and must look for itself.
 * Java has withdrawn {@code Thread.stop}, too. Here each way of looking is put to jcstress's
 * termination mode: one actor that ends when it gets the signal, one signal that is sent once. The
 * signal may come before the actor has looked for the first time. A thread that has not ended 30
 * seconds after the signal is called stale, so a test in which that is seen takes its time.
 */
public class StopSignals {

  /*
    Does a thread see that a plain field was written? It need not: nothing orders the two accesses,
    so the compiler may read the field once, before the loop, and it does:

        as written                          as compiled
        while (!stop) { }                   boolean stopped = stop;
                                            while (!stopped) { }

    In the interpreter the thread ends every time; compiled by C2 it never does. The bug shows after
    the ten thousandth turn, in production.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.PlainFlag

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           ERROR        0     0%    Forbidden  The thread, or the signal, ended with an exception.
           STALE        1  50.0%  Interesting  The thread did not end within 30 seconds of the signal.
      TERMINATED        1  50.0%   Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(MayStay.class)
  @Proof(construct = "sync:PLAIN_FLAG", mustObserve = "STALE", breaks = Ends.class)
  @State
  public static class PlainFlag {

    private final Signal stop = SyncKind.PLAIN_FLAG.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    The least that helps: an opaque read is done every time it is written, and an opaque write is
    seen in the end. Nothing else that the signaller wrote is promised to come along.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.OpaqueFlag

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      130  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:OPAQUE_FLAG")
  @State
  public static class OpaqueFlag {

    private final Signal stop = SyncKind.OPAQUE_FLAG.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    The usual remedy. The read is done every time, and what it sees brings along all that was written
    before.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.VolatileFlag

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      140  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:VOLATILE_FLAG")
  @State
  public static class VolatileFlag {

    private final Signal stop = SyncKind.VOLATILE_FLAG.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    The flag that every thread already has. Whoever learns that a thread is interrupted sees what the
    interrupter did before (JLS 17.4.4).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.Interrupted

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      140  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:INTERRUPT")
  @State
  public static class Interrupted {

    private final Signal stop = SyncKind.INTERRUPT.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    A thread that sleeps in a queue reads no flag. The interrupt wakes it with an exception, also when
    it comes before the thread has gone to sleep.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.TakeInterrupted

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      130  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:BLOCKED_TAKE")
  @State
  public static class TakeInterrupted {

    private final Signal stop = SyncKind.BLOCKED_TAKE.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    wait in a loop that asks what it waits for, and notifyAll by whoever changed the answer, both under
    the monitor. If the signal comes first, the loop is not entered; after that no signal can get
    lost, since the question and the wait are one critical section.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.PredicateWait

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      160  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:MONITOR")
  @State
  public static class PredicateWait {

    private final Signal stop = SyncKind.MONITOR.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    The same protocol with a lock and one of its conditions; a lock may have several, a monitor has
    one.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.ConditionAwait

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      160  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:CONDITION")
  @State
  public static class ConditionAwait {

    private final Signal stop = SyncKind.CONDITION.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    An event keeps the signal: it does not matter whether set or await comes first.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.EventSet

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      150  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class EventSet {

    private final Signal stop = SyncKind.EVENT.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    A latch with a count of one is an event that cannot be cleared.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.LatchOpened

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      160  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:LATCH")
  @State
  public static class LatchOpened {

    private final Signal stop = SyncKind.LATCH.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    A permit that did not exist before is the signal; it waits for whoever comes to take it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.SemaphoreReleased

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      150  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:SEMAPHORE")
  @State
  public static class SemaphoreReleased {

    private final Signal stop = SyncKind.SEMAPHORE.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    The only permit is taken from the beginning, and giving it back is the signal. A thread that waits
    for it is woken; one that comes later finds it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.PermitGivenBack
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:BOUNDED_SEMAPHORE")
  @State
  public static class PermitGivenBack {

    private final Signal stop = SyncKind.BOUNDED_SEMAPHORE.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    A worker comes to a gate that is paused, and waits there until it is resumed. If that was before
    it came, it does not wait.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.GateResumed
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:PAUSE_GATE")
  @State
  public static class GateResumed {

    private final Signal stop = SyncKind.PAUSE_GATE.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    Here the signaller waits, too: the barrier lets both go when both are there.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.BarrierTripped

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      160  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:BARRIER")
  @State
  public static class BarrierTripped {

    private final Signal stop = SyncKind.BARRIER.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    get returns when the future is completed, and at once if it was completed before.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.FutureCompleted

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      150  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:FUTURE")
  @State
  public static class FutureCompleted {

    private final Signal stop = SyncKind.FUTURE.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    park may return for no reason and unpark may come first, so the flag decides and the permit of the
    thread only wakes it. An unpark before the park is kept, one at most.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.Unparked

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      160  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:PARK")
  @State
  public static class Unparked {

    private final Signal stop = SyncKind.PARK.create();

    @Actor
    public void worker() throws InterruptedException {
      stop.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      stop.send(worker);
    }
  }

  /*
    A worker that never waits but asks now and then whether the event is set: does it learn of it? Each
    question takes the lock, so no compiler may ask once and remember the answer.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.EventPolled
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class EventPolled {

    private final Event event = new Event();

    /** An empty body on purpose: whatever is called in it could keep the read inside the loop. */
    @Actor
    public void worker() {
      while (!event.isSet()) {}
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      event.set();
    }
  }

  /*
    An event is set and cleared at once, while a thread waits: is the thread released? A waiter that
    only asks for the flag finds it cleared again and sleeps on. The event counts how often it was
    set, and a waiter asks for that, too. The signal is held back until the worker sleeps.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.EventPulse

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      160  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class EventPulse {

    private final Event event = new Event();

    @Actor
    public void worker() throws InterruptedException {
      event.await();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      while (worker.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      event.set();
      event.clear();
    }
  }

  /*
    Two threads wait for one event: are both released? A signal() in place of signalAll() would wake
    one of them, and this worker ends only after the other one has.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.EventReleasesAll

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      160  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class EventReleasesAll {

    private final Event event = new Event();

    @Actor
    public void worker() throws InterruptedException {
      Thread other = Thread.ofPlatform().daemon().start(this::await);
      event.await();
      other.join();
    }

    private void await() {
      try {
        event.await();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this thread", e);
      }
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      event.set();
    }
  }

  /*
    Can the reset of a barrier be the signal? It breaks the barrier for those who wait there, and
    they leave with an exception. Who has not come yet finds a new barrier and waits at it for ever:

        Worker                      Signaller
                                    reset
        await

    jcstress gives the worker a millisecond to get there, so this is hardly ever seen, and where it
    is seen it takes its half minute. A signal has to be kept; a reset keeps nothing.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.BarrierReset

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ       EXPECT  DESCRIPTION
           ERROR        0    0%    Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%  Interesting  The thread did not end within 30 seconds of the signal.
      TERMINATED    3,200  100%   Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(MayStay.class)
  @Exhibit(construct = "sync:BARRIER", mayObserve = "STALE")
  @State
  public static class BarrierReset {

    private final CyclicBarrier barrier = new CyclicBarrier(2);

    @Actor
    public void worker() throws InterruptedException {
      try {
        int _ = barrier.await();
      } catch (BrokenBarrierException signalled) {
        return;
      }
      throw new IllegalStateException("nobody else comes to this barrier");
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      barrier.reset();
    }
  }

  /*
    The twin that is quickly caught: the worker does not expect to be interrupted, and ends with an
    exception instead of ending its work. Whatever it held or had half done stays as it is.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.InterruptEscapes

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ       EXPECT  DESCRIPTION
           ERROR      160  100%  Interesting  The thread, or the signal, ended with an exception.
           STALE        0    0%    Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED        0    0%   Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(MayThrow.class)
  @Twin(
      contract = Ends.class,
      bug = "does not expect the interrupt that is its signal",
      mustObserve = "ERROR")
  @State
  public static class InterruptEscapes {

    private final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

    @Actor
    public void worker() throws InterruptedException {
      int _ = queue.take();
    }

    @org.openjdk.jcstress.annotations.Signal
    public void signal(Thread worker) {
      worker.interrupt();
    }
  }

  /*
    The twin that hangs: wait without asking what for. The worker is busy when the signal comes, nobody waits,
    so notify wakes nobody and is forgotten; then the worker goes to sleep.

        Worker                      Signaller
        (busy)
                                    synchronized { notify }
        synchronized { wait }

    The mistake is not in the missing flag alone: what is not kept cannot be asked for later.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StopSignals.LostNotify

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ       EXPECT  DESCRIPTION
           ERROR        0    0%    Forbidden  The thread, or the signal, ended with an exception.
           STALE        4  100%  Interesting  The thread did not end within 30 seconds of the signal.
      TERMINATED        0    0%   Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(MayStay.class)
  @Twin(
      contract = Ends.class,
      bug = "waits without asking whether the signal has come",
      mustObserve = "STALE")
  @State
  public static class LostNotify {

    private static final long BUSY_NANOS = 20_000_000;

    private final Object monitor = new Object();

    @Actor
    @SuppressWarnings("WaitNotInLoop") // the bug on show
    public void worker() throws InterruptedException {
      LockSupport.parkNanos(BUSY_NANOS);
      synchronized (monitor) {
        monitor.wait();
      }
    }

    @org.openjdk.jcstress.annotations.Signal
    @SuppressWarnings("NakedNotify") // the bug on show
    public void signal(Thread worker) {
      synchronized (monitor) {
        monitor.notify();
      }
    }
  }
}
