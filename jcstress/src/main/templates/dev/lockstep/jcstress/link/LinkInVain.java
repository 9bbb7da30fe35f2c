/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.link;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.link.Link;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.VainWakeUp;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntUnaryOperator;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A party waits for a number, then its caller for the answer, and each is woken for no reason: do
 * they wait on?
 *
 * <p>Any wait may return without a reason, so a thread that wakes up looks again. With {@code if}
 * in place of {@code while}:
 *
 * <pre>{@code
 * Caller                 Party
 * send 7, wait
 *                        receive 7
 * (woken) take the
 *   answer: none
 *                        answer 8
 * }</pre>
 *
 * <p>JVMs make hardly any use of what they are allowed, so a third thread wakes both by the
 * condition that they wait on, or unparks them. There is a link for each sample. Source: API of
 * {@link java.util.concurrent.locks.Condition} and {@link java.util.concurrent.locks.LockSupport}.
 */
@Blocking
@Nightly
public class LinkInVain {

  @JCStressTest
  @Outcome(id = "ANSWERED", expect = ACCEPTABLE, desc = "The caller got its answer.")
  @Outcome(
      id = {"WRONG", "LATE"},
      expect = FORBIDDEN,
      desc = "The caller got another answer or none, or waits for ever.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private volatile Thread party;
    private volatile boolean isWoken;
    private volatile boolean mayAnswer;
    private final Watch watch = new Watch(1);
    private final Link link = link(this::thread, this::answer);

    private static Link link(ThreadFactory threads, IntUnaryOperator work) {
      return $subject;
    }

    private Thread thread(Runnable serve) {
      party = Thread.ofPlatform().daemon().unstarted(serve);
      return party;
    }

    @SuppressWarnings("ThreadPriorityCheck") // there are three threads
    private int answer(int number) {
      while (!mayAnswer) {
        Thread.yield();
      }
      return number;
    }

    @Actor
    @SuppressWarnings("ThreadPriorityCheck") // as above
    public void caller(L_Result r) {
      while (!isWoken) {
        Thread.yield();
      }
      boolean ended =
          watch.ends(
              0,
              () -> {
                try {
                  r.r1 = link.roundTrip(7) == 8 ? "ANSWERED" : "WRONG";
                } catch (IllegalStateException | NullPointerException noAnswer) {
                  r.r1 = "WRONG";
                }
              });
      if (!ended) {
        r.r1 = "LATE";
      }
    }

    @Actor
    @SuppressWarnings("ThreadPriorityCheck") // the woken thread may need this processor
    public void waker() {
      while (party.getState() != Thread.State.WAITING) {
        Thread.yield();
      }
      VainWakeUp.send(link);
      isWoken = true;
      watch.awaitParked(0);
      VainWakeUp.send(link);
      for (int i = 0; i < 50; i++) {
        Thread.yield(); // gives the thread the time to go wrong; no outcome depends on it
      }
      mayAnswer = true;
    }

    @Arbiter
    public void arbiter(L_Result r) {
      link.close();
    }
  }
}
