/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads exclude each other by nothing but three cells, a flag for each and a turn: is one of
 * them ever inside while the other is? (Peterson's lock.)
 *
 * <pre>{@code
 * Thread A                    Thread B
 * wants[A] = 1                wants[B] = 1
 * turn = B                    turn = A
 * wants[B]  -> 0, go in
 *                             wants[A]  -> 0, go in
 * count  -> 0
 *                             count  -> 0
 * count = 1
 *                             count = 1, and A's increment is lost
 * }</pre>
 *
 * <p>In one order of all accesses this cannot be. Each thread says that it wants to go in before it
 * looks, so that the one which looks last sees the flag of the other; and of two that both want to,
 * the one waits which gave the turn away last. The whole argument is that of {@link
 * StoreBuffering}: a store, and behind it a load of another cell. Where the store may be late, each
 * finds the flag of the other down.
 *
 * <ul>
 *   <li>Volatile accesses stand in the synchronization order, which keeps the order of each thread
 *       (JLS 17.4.4), and so do the increments: what one thread wrote inside happens-before what
 *       the next one does there (JLS 17.4.5).
 *   <li>A full fence between any two accesses does the same for accesses of any mode.
 *   <li>Release and acquire hand the count over, and exclude nobody. A compare-and-set is what a
 *       lock is made of that needs no more: the load and the store are one there.
 * </ul>
 *
 * <pre>
 *                      Memory Model  x86-64             AArch64
 * plain, opaque        both inside   mov, mov: seen     str, ldr: may be seen
 * release and acquire  both inside   mov, mov: seen     stlr, ldar: not seen
 * their fences         both inside   mov, mov: seen     dmb, str, ldr: may be seen
 * volatile             excluded      locked add between stlr, ldar
 * full fence           excluded      locked add between dmb between
 * </pre>
 *
 * <p>Each thread goes in twice. One that has looked a thousand times goes away again and counts
 * nothing: a plain cell may be read once for all looks, and then it would wait for ever. The count
 * is volatile, so that nothing but the exclusion can lose an increment.
 */
@Nightly
public class Peterson {

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "No increment is lost: one was inside at a time.")
  @Outcome(
      id = {"1", "2"},
      expect = FORBIDDEN,
      desc = "Both were inside, and one set the count over the other's.")
  @Outcome(expect = FORBIDDEN, desc = "More is lost than two threads can lose.")
  @State
  public static class $Name {

    private static final int LOOKS = 1_000;

    private final Cell[] wants = {$subject, $subject};
    private final Cell turn = $subject;
    private final int[] entries = new int[2];
    private volatile int count;

    private void twice(int me) {
      for (int i = 0; i < 2; i++) {
        if (enter(me)) {
          turn.fence();
          int seen = count;
          count = seen + 1;
          entries[me]++;
        }
        leave(me);
      }
    }

    private boolean enter(int me) {
      int other = 1 - me;
      wants[me].set(1);
      turn.fence();
      turn.set(other);
      for (int look = 0; look < LOOKS; look++) {
        turn.fence();
        if (wants[other].get() == 0) {
          return true;
        }
        turn.fence();
        if (turn.get() == me) {
          return true;
        }
        Thread.onSpinWait();
      }
      return false;
    }

    private void leave(int me) {
      turn.fence();
      wants[me].set(0);
      turn.fence();
    }

    @Actor
    public void actor1() {
      twice(0);
    }

    @Actor
    public void actor2() {
      twice(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = entries[0] + entries[1] - count;
    }
  }
}
