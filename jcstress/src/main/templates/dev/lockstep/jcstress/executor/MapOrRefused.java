/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import dev.lockstep.jcstress.watch.Watch;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller maps a number while the executor is closed: does it get the result, or is it refused?
 *
 * <p>Workers that end at a sentinel never look behind it. To look whether the executor is closed
 * and to queue the task is one step. Apart, the task comes behind the sentinel:
 *
 * <pre>{@code
 * Caller                      Closer                Worker
 * closed?  -> no
 *                             closed = true
 *                             queue a sentinel
 *                                                   take the sentinel, end
 * queue the task, wait
 * }</pre>
 *
 * <p>There is one worker, and an executor for each sample. Source: API of {@link Mapper#close}.
 */
@Blocking
@Nightly
public class MapOrRefused {

  @JCStressTest
  @Outcome(id = "RESULT", expect = ACCEPTABLE, desc = "The task came before the close.")
  @Outcome(id = "REFUSED", expect = ACCEPTABLE, desc = "The task came after the close.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "Nobody runs the task, and its caller waits.")
  @Outcome(expect = FORBIDDEN, desc = "A wrong result.")
  @State
  public static class $Name {

    private static final List<Integer> ONE = List.of(1);

    private final Mapper mapper = $subject;
    private final Watch watch = new Watch(2);
    private final Meeting meeting = new Meeting();

    @Actor
    public void caller(L_Result r) {
      meeting.begin();
      if (!watch.ends(0, () -> r.r1 = map())) {
        r.r1 = "LATE";
      }
    }

    private String map() throws InterruptedException {
      try {
        return mapper.map(number -> number, ONE).equals(ONE) ? "RESULT" : "WRONG";
      } catch (RejectedExecutionException closed) {
        return "REFUSED";
      } catch (CancellationException interrupted) {
        boolean _ = Thread.interrupted();
        throw new InterruptedException();
      }
    }

    @Actor
    public void closer() {
      meeting.begin();
      boolean _ = watch.ends(1, mapper::close);
    }
  }
}
