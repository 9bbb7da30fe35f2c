/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A lock is handed from one thread to the other: is what the first has written seen by the second?
 *
 * <p>The writer sets x and then a flag, the reader looks at the flag and then at x, both under the
 * lock: unlock happens-before the lock that follows it (JLS 17.4.5, and the API of {@link Lock},
 * "Memory Synchronization").
 *
 * <p>The question is memory order, not exclusion: the sibling excludes as well, but its unlock is
 * opaque, so that x may come after the flag. x86 keeps stores in order and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Nightly
public class LockPublishes {

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the writer had left.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader came after the writer, and sees x.")
  @Outcome(
      id = {"1, 0", "0, 1"},
      expect = FORBIDDEN,
      desc = "The writer has unlocked, and only one of its two writes is seen.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private final Lock lock = $subject;
    private int x;
    private boolean done;

    @Actor
    public void writer() {
      lock.lock();
      try {
        x = 1;
        done = true;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void reader(II_Result r) {
      lock.lock();
      try {
        r.r1 = done ? 1 : 0;
        r.r2 = x;
      } finally {
        lock.unlock();
      }
    }
  }
}
