/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.order.Cell;
import dev.lockstep.core.order.OrderKind;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.proof.Proof;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** What looks like a fence between a store and a load, and is none, or not enough. */
@Nightly
public class Fences {

  /*
    Store buffering with a full fence in one of the two threads, because the other one is "the fast
    path". Is one fence enough?

        Thread A                    Thread B
                                    y = 1       (kept in the buffer of its core)
                                    r2 = x  -> 0
        x = 1
        full fence
        r1 = y  -> 0
                                    (now y is seen)

    It is not: A waits until its own store is seen, and can do nothing about B's. The argument needs
    an order in which both stores stand before both loads (JLS 17.4.4 has one, of volatile
    accesses), and an order that one thread keeps alone is none. Who wants a fast path without a
    fence has to make the other side stop the thread (as the JVM does by a safepoint), not only
    itself.

        x86-64              seen
        AArch64             may be seen

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Fences.OneSide

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 1   25,000  25.1%   Acceptable  At least one of them saw the other's store.
        1, 0   74,000  73.8%   Acceptable  At least one of them saw the other's store.
        1, 1      610   0.6%   Acceptable  At least one of them saw the other's store.
        0, 0      440   0.4%  Interesting  Both looked before the other's store was seen.
  */
  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "At least one of them saw the other's store.")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both looked before the other's store was seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @Proof(construct = "order:OPAQUE", mustObserve = "0, 0")
  @State
  public static class OneSide {

    private final Cell x = OrderKind.OPAQUE.create();
    private final Cell y = OrderKind.OPAQUE.create();

    @Actor
    public void actor1(JJ_Result r) {
      x.set(1);
      VarHandle.fullFence();
      r.r1 = y.get();
    }

    @Actor
    public void actor2(JJ_Result r) {
      y.set(1);
      r.r2 = x.get();
    }
  }

  /*
    Is a synchronized block a fence? It is one between threads that lock the same object: unlock
    happens-before the next lock of it (JLS 17.4.5). An object that no other thread can reach has no
    next lock. The compiler sees that, and drops the lock with all that it did:

        as written                          as compiled by C2
        x = 1                               x = 1
        synchronized (new Object()) {}
        r1 = y                              r1 = y

    So old advice to "flush the cache" with an empty block gave code that passes every test until it
    is compiled.

        x86-64              seen once C2 has compiled it; before that the lock's own instructions
                            happen to be a fence
        AArch64             may be seen

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Fences.EmptySynchronized

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 1  160,000  45.1%   Acceptable  At least one of them saw the other's store.
        1, 0  160,000  46.4%   Acceptable  At least one of them saw the other's store.
        1, 1      150  <0.1%   Acceptable  At least one of them saw the other's store.
        0, 0   30,000   8.4%  Interesting  Both looked before the other's store was seen: there was no fence.
  */
  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "At least one of them saw the other's store.")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both looked before the other's store was seen: there was no fence.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @Proof(construct = "order:OPAQUE", mustObserve = "0, 0")
  @State
  public static class EmptySynchronized {

    private final Cell x = OrderKind.OPAQUE.create();
    private final Cell y = OrderKind.OPAQUE.create();

    @Actor
    public void actor1(JJ_Result r) {
      x.set(1);
      synchronized (new Object()) {
        // nothing is to be done under this lock
      }
      r.r1 = y.get();
    }

    @Actor
    public void actor2(JJ_Result r) {
      y.set(1);
      synchronized (new Object()) {
        // nothing is to be done under this lock
      }
      r.r2 = x.get();
    }
  }

  /*
    Is the write of a volatile field a fence for the accesses around it? Each thread writes a
    volatile field of its own, which nobody reads, between its store and its load:

        Thread A                    Thread B
        x = 1                       y = 1
        a = 1  (volatile)           b = 1  (volatile)
        r1 = y  -> 0                r2 = x  -> 0

    What the Memory Model says of a volatile write binds it to reads that see it (JLS 17.4.5) and to
    other volatile accesses (JLS 17.4.4); x and y are neither. A later load may pass it. HotSpot
    happens to put a full fence behind every volatile store on x86, so that this passes there, as
    long as nobody changes that. A program that needs a fence says VarHandle.fullFence().

        x86-64              not seen
        AArch64             may be seen: stlr, and a plain load that passes it

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Fences.VolatileBetween

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 1  120,000  40.3%   Acceptable  At least one of them saw the other's store.
        1, 0  110,000  36.7%   Acceptable  At least one of them saw the other's store.
        1, 1   70,000  22.9%   Acceptable  At least one of them saw the other's store.
        0, 0        0     0%  Interesting  Both looked before the other's store was seen.
  */
  @JCStressTest
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "At least one of them saw the other's store.")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both looked before the other's store was seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody stored.")
  @Exhibit(construct = "order:VOLATILE")
  @State
  public static class VolatileBetween {

    private final Cell x = OrderKind.OPAQUE.create();
    private final Cell y = OrderKind.OPAQUE.create();
    private final Cell a = OrderKind.VOLATILE.create();
    private final Cell b = OrderKind.VOLATILE.create();

    @Actor
    public void actor1(JJ_Result r) {
      x.set(1);
      a.set(1);
      r.r1 = y.get();
    }

    @Actor
    public void actor2(JJ_Result r) {
      y.set(1);
      b.set(1);
      r.r2 = x.get();
    }
  }
}
