/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads ask for something that is made when it is first asked for: a flag is looked at
 * without a lock, and once more under it. Does each get it complete? (Double-checked locking.)
 *
 * <pre>{@code
 * Thread A                    Thread B
 * ready  -> 0
 * lock; ready  -> 0
 * content = 42
 * ready = 1                   ready    -> 1, no need to lock
 *                             content  -> 0
 * }</pre>
 *
 * <p>The lock keeps the two from making it twice. It does nothing for a thread that finds the flag
 * set and takes no lock: there is no unlock that its read would come after (JLS 17.4.5). What hands
 * the content over is the flag, and the question is that of {@link MessagePassing}. With a plain
 * flag the idiom is broken; with one that is volatile it is right, and so it is with release and
 * acquire.
 *
 * <pre>
 *             Memory Model  x86-64                AArch64
 * plain       allowed       seen, by C2           may be seen
 * opaque      allowed       not seen              may be seen
 * all others  forbidden     not seen              not seen
 * </pre>
 */
@Nightly
public class DoubleChecked {

  @JCStressTest
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "Both got what was made.")
  @Outcome(
      id = {"42, 0", "0, 42", "0, 0"},
      expect = FORBIDDEN,
      desc = "One found the flag set, and what was made not there.")
  @Outcome(expect = FORBIDDEN, desc = "Something that nobody made.")
  @State
  public static class $Name {

    private final Cell ready = $subject;
    private long content;

    private long content() {
      if (ready.get() == 0) {
        synchronized (this) {
          if (ready.get() == 0) {
            content = 42;
            ready.fence();
            ready.set(1);
          }
        }
      }
      ready.fence();
      return content;
    }

    @Actor
    public void actor1(JJ_Result r) {
      r.r1 = content();
    }

    @Actor
    public void actor2(JJ_Result r) {
      r.r2 = content();
    }
  }
}
