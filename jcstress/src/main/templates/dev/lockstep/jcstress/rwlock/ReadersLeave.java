/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.rwlock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.rwlock.ReadWrite;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A reader waits and another one tries, while a writer is there: can a writer come in when all of
 * them have left?
 *
 * <p>A lock counts its readers, and the count is as good as the last of those who leave. One that
 * came in by an attempt and is never taken off keeps every writer out for ever; so does one that is
 * counted by an attempt that failed:
 *
 * <pre>{@code
 * Readers                    Writer
 * try: 1 reader, read
 * go
 *                            readers?  -> 1: wait
 * }</pre>
 *
 * <p>The writer that comes last is the arbiter. Source: {@link ReadWrite#tryRead}.
 */
@Blocking
@Nightly
public class ReadersLeave {

  @JCStressTest
  @Outcome(id = "FREE", expect = ACCEPTABLE, desc = "The writer came in.")
  @Outcome(id = "KEPT OUT", expect = FORBIDDEN, desc = "A writer waits, and nobody is inside.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final ReadWrite lock = $subject;
    private final Watch watch = new Watch(2);
    private final Watch last = new Watch(1);
    private boolean isFree = true;

    @Actor
    public void readers() {
      boolean _ =
          watch.ends(
              0,
              () -> {
                long _ = lock.read(() -> 0);
                boolean _ = lock.tryRead(() -> {});
              });
    }

    @Actor
    public void writer() {
      isFree = watch.ends(1, () -> lock.write(() -> {}));
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = isFree && last.ends(0, () -> lock.write(() -> {})) ? "FREE" : "KEPT OUT";
    }
  }
}
