/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.unit;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.unit.Unit;
import dev.lockstep.jcstress.proof.Blocking;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller starts work in another thread: is the work done when {@link Unit#run} returns?
 *
 * <p>A caller that forgets to join goes on while the thread is only beginning:
 *
 * <pre>{@code
 * Caller                          Unit
 * start
 * go on, read done: 0
 *                                 done = 1
 * }</pre>
 *
 * <p>The field is volatile: a 0 means that the work was not waited for, and nothing about memory
 * order. That is what {@link UnitPublishes} asks.
 */
@Blocking
public class UnitWaits {

  @JCStressTest
  @Outcome(
      id = "1, 1",
      expect = ACCEPTABLE,
      desc = "Both callers waited until their work was done.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A caller went on before its work was done.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private static final Unit UNIT = $subject;

    private final Work mine = new Work();
    private final Work yours = new Work();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = mine.doneAfterRun();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = yours.doneAfterRun();
    }

    private static final class Work implements Runnable {

      private volatile int done;

      int doneAfterRun() {
        try {
          UNIT.run(this);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return done;
      }

      @Override
      public void run() {
        done = 1;
      }
    }
  }
}
