/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.rwlock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.rwlock.ReadWrite;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A writer sets two plain fields under the lock, a reader looks at them: does it see both or none?
 *
 * <p>The end of a write happens-before the read that follows it (API of {@link
 * java.util.concurrent.locks.ReadWriteLock}, and of {@link java.util.concurrent.locks.StampedLock},
 * "Memory consistency effects"). An optimistic read that validates was done between two writes,
 * also as the processor sees it: its plain reads may not be done after the question.
 *
 * <p>The question is memory order, not exclusion: the sibling excludes as well, but its unlock is
 * opaque, so that x may come after the flag. x86 keeps stores in order and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Nightly
public class ReadPublishes {

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "The reader came before the writer had left.")
  @Outcome(id = "3", expect = ACCEPTABLE, desc = "The reader came after the writer, and sees both.")
  @Outcome(
      id = {"1", "2"},
      expect = FORBIDDEN,
      desc = "The writer has left, and only one of its two writes is seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private final ReadWrite lock = $subject;
    private int x;
    private int flag;

    @Actor
    public void writer() {
      lock.write(
          () -> {
            x = 1;
            flag = 2;
          });
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = (int) lock.read(() -> flag + x);
    }
  }
}
