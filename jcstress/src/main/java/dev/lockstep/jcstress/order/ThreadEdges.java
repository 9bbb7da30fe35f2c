/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * The edges that a thread has by itself: its start, its end, and being interrupted. All fields here
 * are plain; what is seen is seen by these edges alone.
 */
@Nightly
public class ThreadEdges {

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this actor", e);
    }
  }

  /*
    A thread writes a plain field and starts another one, which reads it. A bystander reads it, too:

        Starter                 Started                 Bystander
                                                        content  -> 0
        content = 1
        start
                                content  -> 1

    The start of a thread synchronizes-with its first action (JLS 17.4.4), so the started thread
    sees all that came before its start, with no volatile and no lock. The bystander has no such
    edge: it sees 0 or 1.

        x86-64, AArch64     the started thread always sees 1

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t ThreadEdges.Start

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        1, 1       70   9.6%   Acceptable  The bystander came late enough.
        1, 0      660  90.4%  Interesting  The started thread sees it, the bystander does not.
  */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The bystander came late enough.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The started thread sees it, the bystander does not.")
  @Outcome(expect = FORBIDDEN, desc = "The started thread does not see what came before its start.")
  @Exhibit(construct = "unit:PLATFORM")
  @Blocking
  @State
  public static class Start {

    private int content;
    private int seen;

    @Actor
    public void starter(II_Result r) {
      content = 1;
      Thread started = new Thread(() -> seen = content);
      started.start();
      join(started);
      r.r1 = seen;
    }

    @Actor
    public void bystander(II_Result r) {
      r.r2 = content;
    }
  }

  /*
    A thread writes a plain field and ends. One thread joins it; another one, which has only found
    out that it is there, asks whether it is alive:

        Worker                  Starter                 Watcher
        content = 1
        (ends)
                                join
                                content  -> 1
                                                        alive?   -> no
                                                        content  -> 1

    All that a thread has done happens-before another one returns from its join (JLS 17.4.5), and so
    it is with whoever learns by isAlive that it has ended (JLS 17.4.4). To be told "still alive" is
    worth nothing: the next moment it may be over.

        x86-64, AArch64     0 is never seen after the end

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t ThreadEdges.End

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
       1, -1      250  39.4%   Acceptable  To the watcher the worker was alive.
        1, 1      380  60.6%  Interesting  By join and by isAlive both know that the worker has ended, and see what it did.
  */
  @JCStressTest
  @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "To the watcher the worker was alive.")
  @Outcome(
      id = "1, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "By join and by isAlive both know that the worker has ended, and see what it did.")
  @Outcome(expect = FORBIDDEN, desc = "The worker has ended, and what it did is not seen.")
  @Exhibit(construct = "unit:PLATFORM")
  @Blocking
  @State
  public static class End {

    private static final int LOOKS = 2_000;

    private int content;
    private volatile Thread worker;

    @Actor
    public void starter(II_Result r) {
      Thread started = new Thread(() -> content = 1);
      started.start();
      worker = started;
      join(started);
      r.r1 = content;
    }

    @Actor
    public void watcher(II_Result r) {
      Thread watched = worker;
      while (watched == null) {
        Thread.onSpinWait();
        watched = worker;
      }
      boolean alive = watched.isAlive();
      for (int i = 0; i < LOOKS && alive; i++) {
        Thread.onSpinWait();
        alive = watched.isAlive();
      }
      r.r2 = alive ? -1 : content;
    }
  }

  /*
    A thread writes a plain field and interrupts a second one. A third asks the second whether it
    was interrupted:

        Interrupter             Target                  Watcher
        content = 1
        interrupt
                                                        interrupted?  -> yes
                                                        content       -> 1

    An interrupt synchronizes-with every point where any thread determines that the target was
    interrupted, not only the target itself (JLS 17.4.4). So the interrupt status is a flag that
    publishes. SignalPublishes.Interrupt is the proof of it for the target itself. The target here
    is never started: only its status is asked for.

        x86-64, AArch64     true, 0 is seen by nobody

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t ThreadEdges.Interrupted

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
        RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, 0   12,000  59.3%   Acceptable  The watcher came before both.
       true, 1    8,500  40.5%   Acceptable  The watcher saw the interrupt, and all.
      false, 1       33   0.2%  Interesting  The watcher came between the two: no edge was needed to see the content.
       true, 0        0     0%    Forbidden  The watcher knows of the interrupt, and does not see what came before it.
  */
  @JCStressTest
  @Outcome(id = "false, 0", expect = ACCEPTABLE, desc = "The watcher came before both.")
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "The watcher saw the interrupt, and all.")
  @Outcome(
      id = "false, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The watcher came between the two: no edge was needed to see the content.")
  @Outcome(
      id = "true, 0",
      expect = FORBIDDEN,
      desc = "The watcher knows of the interrupt, and does not see what came before it.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Exhibit(construct = "sync:INTERRUPT")
  @State
  public static class Interrupted {

    private final Thread target = new Thread(() -> {});
    private int content;

    @Actor
    public void interrupter() {
      content = 1;
      target.interrupt();
    }

    @Actor
    public void watcher(ZI_Result r) {
      r.r1 = target.isInterrupted();
      r.r2 = content;
    }
  }
}
