/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** What happens to a task that is cancelled when it has already begun. */
@Nightly
public class RunningTask {

  /*
    Can a task be cancelled that already runs? It can, and both threads are told true:

        Runner                          Canceller
        (new: begin)
        body
                                        cancel  -> true
        (cancelled: value is dropped)

    The first result is whether the body ran. "true" there says nothing about the value.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t RunningTask.Cancelled

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
           RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
      true, false   24,000   7.4%   Acceptable  The body ran, and cancel came too late.
      false, true  290,000  88.7%   Acceptable  Cancelled before the body began.
       true, true   13,000   3.9%  Interesting  Cancelled while the body ran: its value is dropped.
  */
  @JCStressTest
  @Outcome(
      id = "true, false",
      expect = ACCEPTABLE,
      desc = "The body ran, and cancel came too late.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Cancelled before the body began.")
  @Outcome(
      id = "true, true",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Cancelled while the body ran: its value is dropped.")
  @Outcome(expect = FORBIDDEN, desc = "Neither has happened.")
  @Exhibit(construct = "future:FUTURE_TASK")
  @State
  public static class Cancelled {

    private final Promise promise = FutureKind.FUTURE_TASK.create();

    @Actor
    public void runner(ZZ_Result r) {
      r.r1 = promise.complete(42);
    }

    @Actor
    public void canceller(ZZ_Result r) {
      r.r2 = promise.cancel();
    }
  }
}
