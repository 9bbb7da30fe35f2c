/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.rwlock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.rwlock.ReadWrite;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Spin;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two readers each want to become the writer and add 1 to what they have read: does a conversion
 * succeed only if nobody has written since, and change nothing if it fails?
 *
 * <p>A read lock is converted if nobody else reads, an optimistic read if nobody has written. One
 * that gives its read lock back and takes the write lock lets the other in between, and writes what
 * follows from an old value:
 *
 * <pre>{@code
 * Thread A                    Thread B
 * read lock, get  -> 0        read lock, get  -> 0
 * unlock                      unlock
 * write lock, set 1, unlock
 *                             write lock, set 1, unlock
 * }</pre>
 */
@Nightly
public class ReadThenWrite {

  @JCStressTest
  @Outcome(
      id = "true, true, 2",
      expect = ACCEPTABLE,
      desc = "One was done before the other read: both increments are kept.")
  @Outcome(
      id = {"true, false, 1", "false, true, 1", "false, false, 0"},
      expect = ACCEPTABLE,
      desc = "A conversion failed, and its thread has written nothing.")
  @Outcome(
      id = "true, true, 1",
      expect = FORBIDDEN,
      desc = "Both were converted, and one wrote what follows from an old value.")
  @Outcome(expect = FORBIDDEN, desc = "A thread has written, and was told that it had not.")
  @State
  public static class $Name {

    private final ReadWrite lock = $subject;
    private volatile int count;

    @Actor
    public void actor1(ZZI_Result r) {
      r.r1 = lock.readThenWrite(this::look, seen -> count = (int) seen + 1);
    }

    @Actor
    public void actor2(ZZI_Result r) {
      r.r2 = lock.readThenWrite(this::look, seen -> count = (int) seen + 1);
    }

    private int look() {
      int seen = count;
      Spin.times(8); // time for the other thread to look
      return seen;
    }

    @Arbiter
    public void arbiter(ZZI_Result r) {
      r.r3 = count;
    }
  }
}
