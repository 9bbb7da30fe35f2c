/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.PipelineException;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.AdaptiveDelay;
import dev.lockstep.jcstress.watch.Meeting;
import dev.lockstep.jcstress.watch.Patience;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A line is closed while a stage begins to work, and the stage works until it is interrupted: is
 * it?
 *
 * <p>Who closes a line interrupts the threads that it finds at work. A thread that looks whether
 * the line is still open before it can be found is missed:
 *
 * <pre>{@code
 * Stage                     Closer
 * closed?  -> no
 *                           closed = true
 *                           who works?  -> nobody
 * say that it works
 * wait for the interrupt
 * }</pre>
 *
 * <p>The other way round one of the two sees the other (store buffering, {@code
 * order.StoreBuffering}). The closer pauses, and finds by itself the moment in which the stage
 * begins. There is a line for each sample. Source: API of {@link Line#close}.
 */
@Blocking
@Nightly
public class LineStops {

  @JCStressTest
  @Outcome(id = "INTERRUPTED, TOLD", expect = ACCEPTABLE, desc = "The stage was interrupted.")
  @Outcome(id = "NOT BEGUN, TOLD", expect = ACCEPTABLE, desc = "The line was closed before.")
  @Outcome(id = "LEFT ALONE, TOLD", expect = FORBIDDEN, desc = "The stage was not interrupted.")
  @Outcome(expect = FORBIDDEN, desc = "The caller was given results, or no reason.")
  @State
  public static class $Name {

    private static final AdaptiveDelay DELAY = new AdaptiveDelay(1_000);
    private static final Patience PATIENCE = new Patience();

    private final List<Station<String>> stations = List.of(new Station<>("waits", 1, this::work));
    private final Line<String> line = $subject;
    private final Meeting meeting = new Meeting();
    private volatile String work = "NOT BEGUN";

    private String work(String item) {
      work = "BEGUN";
      boolean interrupted = PATIENCE.sees(Thread.currentThread()::isInterrupted);
      work = interrupted ? "INTERRUPTED" : "LEFT ALONE";
      throw new IllegalStateException("it is over");
    }

    @Actor
    public void caller(LL_Result r) {
      meeting.begin();
      try {
        List<String> _ = line.pass(List.of("item"));
        r.r2 = "NOT TOLD";
      } catch (PipelineException | IllegalStateException told) {
        r.r2 = "TOLD";
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts the caller", e);
      }
    }

    @Actor
    public void closer() {
      meeting.begin();
      DELAY.pause();
      DELAY.adjust(work.equals("NOT BEGUN"));
      try {
        line.close();
      } catch (IllegalStateException stillAtWork) {
        while (work.equals("BEGUN")) {
          LockSupport.parkNanos(1_000_000); // the stage is about to say so, too
        }
      }
    }

    @Arbiter
    public void arbiter(LL_Result r) {
      r.r1 = work;
    }
  }
}
