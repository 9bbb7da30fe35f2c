/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.rwlock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.rwlock.ReadWrite;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import dev.lockstep.jcstress.watch.Spin;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A writer changes two fields twice, a reader looks at both twice: does it ever see one changed and
 * the other not?
 *
 * <p>A reader that takes the lock waits for the writer. One that takes nothing asks afterwards
 * whether a writer was there, and throws away what it has seen if so. Without that question:
 *
 * <pre>{@code
 * Writer                      Reader
 *                             stamp, y  -> 0
 * write lock, x = 1
 *                             x  -> 1
 * y = 1, unlock
 * }</pre>
 *
 * <p>The fields are volatile: the question is who is inside, not the order of accesses. A result is
 * what both fields held, or -1 if they differed. Between its two looks the reader tries a third
 * one, which may be refused; if it was not, and saw half of a write, the first result is -1, too.
 */
@Nightly
public class ReadsWhole {

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the writer.")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "The reader came after the writer.")
  @Outcome(
      id = {"0, 1", "0, 2", "1, 1", "1, 2"},
      expect = ACCEPTABLE,
      desc = "The reader came between two writes.")
  @Outcome(
      id = {"-1, -1", "-1, 0", "-1, 1", "-1, 2", "0, -1", "1, -1", "2, -1"},
      expect = FORBIDDEN,
      desc = "The reader saw half of a write.")
  @Outcome(expect = FORBIDDEN, desc = "The second look saw an older state than the first.")
  @State
  public static class $Name {

    private final ReadWrite lock = $subject;
    private final Meeting meeting = new Meeting();
    private volatile int x;
    private volatile int y;

    @Actor
    public void writer() {
      meeting.begin();
      lock.write(() -> set(1));
      lock.write(() -> set(2));
    }

    private void set(int value) {
      x = value;
      Spin.times(8); // time for the other thread to look
      y = value;
    }

    @Actor
    public void reader(II_Result r) {
      meeting.begin();
      r.r1 = (int) lock.read(this::look);
      int[] tried = new int[1];
      boolean half = lock.tryRead(() -> tried[0] = look()) && tried[0] < 0;
      r.r2 = (int) lock.read(this::look);
      if (half) {
        r.r1 = -1;
      }
    }

    private int look() {
      int second = y;
      Spin.times(8);
      return x == second ? second : -1;
    }
  }
}
