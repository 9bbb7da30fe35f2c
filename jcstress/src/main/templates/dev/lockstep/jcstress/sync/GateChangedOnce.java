/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads open a closed gate, and close an open one: is one of them told that it has done so,
 * and only one?
 *
 * <p>A thread that is told so may do what has to be done once. To look whether the gate is open and
 * then to open it is two steps, and both threads may look first. A result names the thread that was
 * told, first of opening and then of closing.
 */
@Nightly
public class GateChangedOnce {

  private static Gate opened(Gate gate) {
    boolean _ = gate.open();
    return gate;
  }

  private static String told(boolean a, boolean b) {
    return a ? b ? "BOTH" : "A" : b ? "B" : "NOBODY";
  }

  @JCStressTest
  @Outcome(
      id = {"A, A", "A, B"},
      expect = ACCEPTABLE,
      desc = "A opened the one gate, and either closed the other.")
  @Outcome(
      id = {"B, A", "B, B"},
      expect = ACCEPTABLE,
      desc = "B opened the one gate, and either closed the other.")
  @Outcome(
      id = {"BOTH, A", "BOTH, B", "BOTH, BOTH"},
      expect = FORBIDDEN,
      desc = "Both were told that they opened it.")
  @Outcome(
      id = {"A, BOTH", "B, BOTH"},
      expect = FORBIDDEN,
      desc = "Both were told that they closed it.")
  @Outcome(expect = FORBIDDEN, desc = "A gate has changed, and nobody was told.")
  @State
  public static class $Name {

    private final Gate closed = $subject;
    private final Gate open = opened($subject);
    private boolean openedByA;
    private boolean openedByB;
    private boolean closedByA;
    private boolean closedByB;

    @Actor
    public void actor1() {
      openedByA = closed.open();
      closedByA = open.close();
    }

    @Actor
    public void actor2() {
      openedByB = closed.open();
      closedByB = open.close();
    }

    @Arbiter
    public void arbiter(LL_Result r) {
      r.r1 = told(openedByA, openedByB);
      r.r2 = told(closedByA, closedByB);
    }
  }
}
