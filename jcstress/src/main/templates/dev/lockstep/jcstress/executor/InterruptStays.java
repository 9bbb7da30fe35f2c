/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A task takes too long and is interrupted, and another task waits for the same worker: is the
 * second one left in peace?
 *
 * <p>The interrupt is meant for a task, and it is the worker that has it. A worker that goes from
 * task to task without clearing it takes it along:
 *
 * <pre>{@code
 * Caller                      Worker
 *                             run task 1
 * time is over: interrupt
 *                             task 1 ends
 *                             run task 2: interrupted?  -> yes
 * }</pre>
 *
 * <p>There is one worker. The first task ends when it is interrupted, and stays so. Source: API of
 * {@link java.util.concurrent.FutureTask#cancel}.
 */
@Blocking
@Nightly
public class InterruptStays {

  @JCStressTest
  @Outcome(id = "false", expect = ACCEPTABLE, desc = "The second task was left in peace.")
  @Outcome(id = "true", expect = FORBIDDEN, desc = "The second task found itself interrupted.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final Mapper MAPPER = $subject;
    private static final Terms BRIEFLY = Terms.within(Duration.ofNanos(50_000));
    private static final List<Integer> ONE = List.of(1);

    private volatile boolean begun;

    @Actor
    public void impatient() {
      try {
        List<Integer> _ = MAPPER.map(this::runUntilInterrupted, ONE, BRIEFLY);
      } catch (CancellationException tooLong) {
        begun = true; // or it never will be: the time was over before
      }
    }

    private int runUntilInterrupted(int number) {
      begun = true;
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      return number;
    }

    @Actor
    public void patient(Z_Result r) {
      while (!begun) {
        Thread.onSpinWait();
      }
      r.r1 = MAPPER.map(_ -> Thread.currentThread().isInterrupted(), ONE).getFirst();
    }
  }
}
