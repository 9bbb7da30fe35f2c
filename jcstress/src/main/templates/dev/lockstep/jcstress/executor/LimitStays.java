/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * The tasks of one caller are interrupted, one while it runs and one before: do as many tasks of
 * another caller run at one time as before?
 *
 * <p>A task gives back the permit that it took, however it ends, and nothing if it took none.
 * Otherwise there is one too few for ever, or one too many:
 *
 * <pre>{@code
 * Task 1                      Task 2                      Permits
 * take one                                                0
 *                             wait for one
 * interrupted: end                                        0
 *                             interrupted: give one back  1
 * }</pre>
 *
 * <p>There is one worker, and an executor for each sample. The tasks of the first caller go two at
 * a time, so that an interrupt can come between two of them. Source: API of {@link Mapper#workers}.
 */
@Blocking
@Nightly
public class LimitStays {

  @JCStressTest
  @Outcome(id = "KEPT", expect = ACCEPTABLE, desc = "As many tasks ran as before.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "No task runs any more.")
  @Outcome(id = "TOO MANY", expect = FORBIDDEN, desc = "More tasks ran at one time than may.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final Terms BRIEFLY = new Terms(2, Duration.ofNanos(200_000));
    private static final List<Integer> TASKS = List.of(1, 2, 3, 4);

    private final Mapper mapper = $subject;
    private final Watch watch = new Watch(2);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile boolean hasBegun;
    private volatile boolean isOver;

    @Actor
    public void impatient() {
      boolean _ = watch.ends(0, this::mapBriefly);
      isOver = true;
    }

    private void mapBriefly() {
      try {
        List<Integer> _ = mapper.map(this::runUntilInterrupted, TASKS, BRIEFLY);
      } catch (CancellationException tooLong) {
        hasBegun = true; // or it never will be: the time was over before
      }
    }

    /** Who is left alone for good would never end: the caller is gone then, too. */
    private int runUntilInterrupted(int number) {
      hasBegun = true;
      while (!Thread.currentThread().isInterrupted() && !isOver) {
        Thread.onSpinWait();
      }
      return number;
    }

    @Actor
    public void patient(L_Result r) {
      while (!hasBegun) {
        Thread.onSpinWait();
      }
      boolean ended = watch.ends(1, () -> mapper.map(this::enter, TASKS));
      r.r1 = !ended ? "LATE" : most.get() > mapper.workers() ? "TOO MANY" : "KEPT";
    }

    @SuppressWarnings("ThreadPriorityCheck") // the next task may need this processor
    private int enter(int number) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      Thread.yield();
      inside.decrementAndGet();
      return number;
    }

    @Arbiter
    public void arbiter(L_Result r) {
      mapper.close();
    }
  }
}
