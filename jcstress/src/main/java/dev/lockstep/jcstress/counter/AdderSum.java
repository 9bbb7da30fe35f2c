/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A LongAdder loses nothing, and its sum may be a number that it never held. One thread adds 1 many
 * times, another one takes 1 away as often, and never before the first has added it: the count is 0
 * or more at every moment. A third looks again and again.
 *
 * <p>The thread that takes away is one of its own, since three actors would need three CPUs.
 */
@Blocking
@Nightly
public class AdderSum {

  private static final int ROUNDS = 200_000;

  private static final ExecutorService THIRD =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  /** Two threads at work on one count. */
  private static final class Account {

    private final Counter counter;
    private final Meeting meeting = new Meeting();
    private volatile int added;
    private volatile boolean isOver;

    Account(Counter counter) {
      this.counter = counter;
    }

    void work() {
      CompletableFuture<Void> other = CompletableFuture.runAsync(this::takeAway, THIRD);
      try {
        meeting.begin();
        for (int i = 1; i <= ROUNDS; i++) {
          counter.increment(1);
          added = i;
        }
        other.join();
      } finally {
        isOver = true;
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // the other thread may need this processor
    private void takeAway() {
      meeting.begin();
      for (int i = 1; i <= ROUNDS; i++) {
        while (added < i) {
          Thread.yield();
        }
        counter.increment(-1);
      }
    }

    String watch() {
      boolean below = false;
      while (!isOver) {
        below |= counter.value() < 0;
      }
      return below ? "BELOW" : counter.value() == 0 ? "NEVER BELOW" : "WRONG";
    }
  }

  /*
    What is the sum of a LongAdder? Once two threads have met in it, each adds to a cell of its own.
    sum() reads the cells one after the other, and nobody stops meanwhile:

        Thread A            Thread B            Reader              the count
                                                cell of A  -> 0     0
        cell of A: +1                                               1
                            cell of B: -1                           0
                                                cell of B  -> -1    0

    The reader has missed the 1 and seen the -1 that came after it: the sum is -1, and the count was
    never below 0. It is "NOT an atomic snapshot" (API of LongAdder.sum). A reader that is put aside
    between two cells may be wrong by any amount. When nobody adds, the sum is right.

    With more threads than CPUs it is seen when the reader is put aside, in one sample of a hundred
    or so; where nobody meets in the adder there is one cell, and every sum is right.

    So a LongAdder counts events for somebody who looks now and then. It is no lock, no ticket and
    no limit: nobody can decide by its sum.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t AdderSum.Adder
  */
  @JCStressTest
  @Outcome(id = "NEVER BELOW", expect = ACCEPTABLE, desc = "All values were 0 or more.")
  @Outcome(
      id = "BELOW",
      expect = ACCEPTABLE_INTERESTING,
      desc = "A value was below 0, which the count never was.")
  @Outcome(expect = FORBIDDEN, desc = "The value is not 0 when all is over.")
  @Exhibit(construct = "counter:ADDER")
  @State
  public static class Adder {

    private final Account account = new Account(CounterKind.ADDER.create());

    @Actor
    public void actor1() {
      account.work();
    }

    @Actor
    public void actor2(L_Result r) {
      r.r1 = account.watch();
    }
  }
}
