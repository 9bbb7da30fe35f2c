/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads close a queue and then consume what is in it, each until it meets a sentinel: do both
 * end?
 *
 * <p>A sentinel ends one consumer, so two closes are two sentinels, also at the same moment. With
 * one for both the first consumer would take it away from the second. Each thread closes before it
 * consumes, so at every moment there are enough. Source: API of {@link ClosableQueue}.
 */
@Blocking
@Nightly
public class TwoCloses {

  @JCStressTest
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "Each met a sentinel.")
  @Outcome(
      id = {"true, false", "false, true", "false, false"},
      expect = FORBIDDEN,
      desc = "LATE: a consumer waits for ever, since its sentinel was lost.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen.")
  @State
  public static class $Name {

    private final EndingQueue<Integer> queue = $subject;
    private final Watch watch = new Watch(2);

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = watch.ends(0, this::closeAndConsume);
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = watch.ends(1, this::closeAndConsume);
    }

    private void closeAndConsume() throws InterruptedException {
      queue.close();
      queue.forEach(_ -> {});
    }
  }
}
