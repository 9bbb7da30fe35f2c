/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** What looks like a signal and is none, or is one only for a thread that asks what it means. */
@Nightly
public class LostSignals {

  /*
    Does a thread see that a plain field was written? It need not: nothing orders the two accesses,
    so the compiler may read the field once, before the loop, and it does:

        as written                          as compiled
        while (!stop) { }                   boolean stopped = stop;
                                            while (!stopped) { }

    In the interpreter the thread ends every time; compiled by C2 it never does. The bug shows after
    the ten thousandth turn, in production.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LostSignals.PlainFlag
  */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The thread has ended.")
  @Outcome(
      id = "STALE",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The thread did not end within 30 seconds of the signal.")
  @Outcome(expect = FORBIDDEN, desc = "The thread, or the signal, ended with an exception.")
  @Proof(construct = "sync:PLAIN_FLAG", mustObserve = "STALE")
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
    Can the reset of a barrier be the signal? It breaks the barrier for the thread that waits there,
    which leaves with an exception. A thread that has not come yet finds a new barrier and waits at it
    for ever:

        Worker                      Signaller
                                    reset
        await

    A signal has to be kept; a reset keeps nothing.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LostSignals.BarrierReset

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
      BROKEN       13  46.4%   Acceptable  The thread waited, and was told.
        LATE       15  53.6%  Interesting  The thread came after the reset: it waits for ever.
  */
  @JCStressTest
  @Outcome(id = "BROKEN", expect = ACCEPTABLE, desc = "The thread waited, and was told.")
  @Outcome(
      id = "LATE",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The thread came after the reset: it waits for ever.")
  @Outcome(expect = FORBIDDEN, desc = "Nobody else comes to this barrier.")
  @Exhibit(construct = "sync:BARRIER")
  @Blocking
  @State
  public static class BarrierReset {

    private final CyclicBarrier barrier = new CyclicBarrier(2);
    private final Watch watch = new Watch(2);

    @Actor
    public void worker(L_Result r) {
      r.r1 = watch.ends(0, this::awaitReset) ? "BROKEN" : "LATE";
    }

    private void awaitReset() throws InterruptedException {
      try {
        int _ = barrier.await();
      } catch (BrokenBarrierException signalled) {
        return;
      }
      throw new IllegalStateException("nobody else comes to this barrier");
    }

    @Actor
    public void signaller() {
      boolean _ = watch.ends(1, barrier::reset);
    }
  }

  /** A place for one item. */
  private static final class Place {

    private int item;
    private volatile boolean waitedFor;

    /** Takes the item, or -1 if the place is empty after all. */
    @SuppressWarnings("WaitNotInLoop") // the mistake on show
    synchronized int take() {
      if (item == 0) {
        waitedFor = true;
        try {
          wait();
        } catch (InterruptedException e) {
          throw new AssertionError("nobody interrupts this actor", e);
        }
      }
      return remove();
    }

    private int remove() {
      int taken = item == 0 ? -1 : item;
      item = 0;
      return taken;
    }

    synchronized void put(int value) {
      item = value;
      notifyAll();
    }

    /** Is the second consumer, and always the quicker one, since it has the monitor. */
    synchronized void putAndTakeBack(int value) {
      put(value);
      int _ = remove();
    }

    void putForTwo() {
      while (!waitedFor) {
        Thread.onSpinWait();
      }
      putAndTakeBack(1);
      put(2);
    }
  }

  /*
    A consumer waits for an item, is woken by one and finds that a second consumer was quicker. The
    second consumer is the producer itself, so that two CPUs are enough. With while the first one
    asks again and waits on, for the next item; here it is if in place of while:

        Producer                            Consumer
                                            empty: wait
        put 1, notifyAll
        take 1 back
                                            (awake) take nothing

    A wake-up says that something has changed, not that it is still so.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LostSignals.TakeIf

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           2    3,400  99.9%   Acceptable  The item that was left is taken.
          -1        1  <0.1%  Interesting  The consumer woke up, did not ask again and took nothing.
  */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "The item that was left is taken.")
  @Outcome(
      id = "-1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The consumer woke up, did not ask again and took nothing.")
  @Outcome(expect = FORBIDDEN, desc = "An item that is not there is taken.")
  @Exhibit(construct = "sync:MONITOR")
  @Blocking
  @State
  public static class TakeIf {

    private final Place place = new Place();

    @Actor
    public void producer() {
      place.putForTwo();
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = place.take();
    }
  }
}
