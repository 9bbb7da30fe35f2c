/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Spin;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A task is cancelled just when it ends: can the interrupt reach what its thread does afterwards?
 *
 * <p>The thread may be that of a pool, and have another task by then. To look whether the work is
 * still running and to interrupt its thread is one step. Apart, the interrupt is late:
 *
 * <pre>{@code
 * Canceller                   Thread
 * running?  -> yes
 *                             end the work
 *                             begin something else
 * interrupt
 * }</pre>
 *
 * <p>The thread clears its interrupt status when the group has no more to do with it, waits until
 * the call of cancel has returned, and then looks whether it was interrupted meanwhile. Source: the
 * promise of {@link TaskGroup} that a cancelled task is interrupted, and nothing else is.
 */
@Blocking
@Nightly
public class GroupInterrupts {

  @JCStressTest
  @Outcome(id = "LEFT ALONE", expect = ACCEPTABLE, desc = "The thread was left in peace.")
  @Outcome(id = "HIT", expect = FORBIDDEN, desc = "What came after the task was interrupted.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static int samples;

    private final int sample = samples++;
    private final ThreadFactory threads = this::threadOf;
    private final Group group = $subject;
    private volatile Future<Integer> task;
    private volatile boolean hasBegun;
    private volatile boolean isCancelled;
    private volatile boolean isHit;
    private volatile Thread thread;

    private Thread threadOf(Runnable work) {
      thread = Thread.ofPlatform().daemon().unstarted(() -> run(work));
      return thread;
    }

    private void run(Runnable work) {
      work.run();
      boolean _ = Thread.interrupted();
      while (!isCancelled) {
        Thread.onSpinWait();
      }
      isHit = Thread.interrupted();
    }

    @Actor
    public void starter(L_Result r) {
      task =
          group.start(
              () -> {
                hasBegun = true;
                Spin.times(sample % 16);
                return 1;
              });
      join(thread);
      r.r1 = isHit ? "HIT" : "LEFT ALONE";
    }

    private static void join(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this actor", e);
      }
    }

    @Actor
    public void canceller() {
      while (task == null || !hasBegun) {
        Thread.onSpinWait();
      }
      boolean _ = task.cancel(true);
      isCancelled = true;
    }
  }
}
