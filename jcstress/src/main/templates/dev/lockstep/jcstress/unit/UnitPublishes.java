/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.unit;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.unit.Unit;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller writes a field and starts work in another thread, which writes another field: does each
 * side see what the other has written?
 *
 * <p>Neither field is volatile. The start of a thread happens-before its first action, and its last
 * action happens-before the return of join (JLS 17.4.5), on whatever carrier a virtual thread runs.
 * In a pool it is the submission that happens-before the work, and the work happens-before the
 * return of {@code Future.get}:
 *
 * <pre>{@code
 * Caller                          Unit
 * write sent
 * start
 *                                 copy = sent
 *                                 end
 * join
 * read copy
 * }</pre>
 *
 * <p>The question is memory order: the sibling waits as well, but tells by opaque accesses that
 * work is there and that it is done.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Blocking
@Nightly
public class UnitPublishes {

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Each side saw what the other had written.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A field was read as it had been before it was written.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private static final Unit UNIT = $subject;

    private final Work mine = new Work();
    private final Work yours = new Work();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = mine.thereAndBack();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = yours.thereAndBack();
    }

    private static final class Work implements Runnable {

      private int sent;
      private int copy;

      int thereAndBack() {
        sent = 1;
        try {
          UNIT.run(this);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        return copy;
      }

      @Override
      public void run() {
        copy = sent;
      }
    }
  }
}
