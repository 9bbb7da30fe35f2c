/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller maps four tasks on an executor of two workers, while another caller does the same on one
 * of its own: are there ever more tasks of one caller at work than {@link Mapper#workers} says?
 *
 * <p>A task counts itself in and out. A permit that is not taken, or a queue that is bypassed, lets
 * a third task in:
 *
 * <pre>{@code
 * Worker 1                Worker 2                Another thread
 * task 0: inside = 1
 *                         task 1: inside = 2
 *                                                 task 2: inside = 3
 * }</pre>
 *
 * <p>The counts are atomic, and each task gives the others time to come in.
 */
@Blocking
@Nightly
public class MapperLimits {

  private static final List<Integer> TASKS = List.of(0, 1, 2, 3);

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Never more tasks were at work than workers.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "More tasks were at work at one time than there are workers.")
  @Outcome(expect = FORBIDDEN, desc = "A task did not run, or ran twice.")
  @State
  public static class $Name {

    private static final Mapper LEFT = $subject;
    private static final Mapper RIGHT = $subject;

    @Actor
    public void actor1(II_Result r) {
      r.r1 = new Crowd().keepsTo(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = new Crowd().keepsTo(RIGHT);
    }

    /** The tasks of one caller. */
    private static final class Crowd {

      private final AtomicInteger inside = new AtomicInteger();
      private final AtomicInteger most = new AtomicInteger();
      private final AtomicInteger ran = new AtomicInteger();

      int keepsTo(Mapper mapper) {
        List<Integer> _ = mapper.map(this::enter, TASKS);
        return ran.get() != TASKS.size() ? -1 : most.get() <= mapper.workers() ? 1 : 0;
      }

      @SuppressWarnings("ThreadPriorityCheck") // the next task may need this processor
      private int enter(int number) {
        int now = inside.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        Thread.yield();
        inside.decrementAndGet();
        ran.incrementAndGet();
        return number;
      }
    }
  }
}
