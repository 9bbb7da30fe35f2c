/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.VainWakeUp;
import dev.lockstep.jcstress.watch.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * An executor is closed while it runs a task, and the thread that closes it is woken for no reason:
 * has the task ended when the close returns?
 *
 * <p>An executor that says too early that it has ended, or whose close looks once when it wakes up
 * and not again, lets its caller go on beside the task:
 *
 * <pre>{@code
 * Closer                      Task
 * closed = true
 * at work? -> yes: wait
 * (woken) return
 *                             end
 * }</pre>
 *
 * <p>The task waits until the closer waits, wakes it by whatever condition or monitor the executor
 * has, and takes its time. In every second sample its caller does not wait for it, and is gone
 * before it ends. There is an executor for each sample. Source: API of {@link Mapper#close}.
 */
@Blocking
@Nightly
public class CloseWaits {

  @JCStressTest
  @Outcome(id = "ENDED", expect = ACCEPTABLE, desc = "The task had ended.")
  @Outcome(id = "GOES ON", expect = FORBIDDEN, desc = "The task was still at work.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final List<Integer> ONE = List.of(1);

    private static final Terms BRIEFLY = Terms.within(Duration.ofNanos(100_000));

    private static int samples;

    private final Terms terms = samples++ % 2 == 0 ? Terms.NONE : BRIEFLY;
    private final Mapper mapper = $subject;
    private final Watch watch = new Watch(1);
    private volatile boolean hasBegun;
    private volatile boolean isAtWork;

    @Actor
    public void caller() {
      try {
        List<Integer> _ = mapper.map(this::work, ONE, terms);
      } catch (CancellationException | RejectedExecutionException tooLate) {
        hasBegun = true; // or it never will be: the time was over before
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the woken thread may need this processor
    private int work(int number) {
      isAtWork = true;
      hasBegun = true;
      watch.awaitWaiting(0);
      VainWakeUp.send(mapper);
      for (int i = 0; i < 50; i++) {
        Thread.yield(); // gives the closer the time to go wrong; no outcome depends on it
      }
      isAtWork = false;
      return number;
    }

    @Actor
    public void closer(L_Result r) {
      while (!hasBegun) {
        Thread.onSpinWait();
      }
      boolean _ = watch.ends(0, mapper::close);
      r.r1 = isAtWork ? "GOES ON" : "ENDED";
    }
  }
}
