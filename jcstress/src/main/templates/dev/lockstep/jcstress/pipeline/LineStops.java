/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.core.pipeline.Step;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Patience;
import dev.lockstep.jcstress.watch.Spin;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A stage fails just when the next one begins to work on the item before: is that work stopped?
 *
 * <p>Who brings the line down says so and then looks who works. Who begins to work says so and then
 * looks whether the line is down (store buffering, {@code order.StoreBuffering}). A thread that
 * looks first is missed:
 *
 * <pre>{@code
 * Second stage                First stage
 * down? -> no
 *                             down = true
 *                             who works? -> nobody
 * say that it works
 * work on without an end
 * }</pre>
 *
 * <p>The second stage works until it is interrupted, and {@link Patience} says when nobody does
 * that any more. There is a line for each sample. Source: API of {@link Line}, whose failure
 * interrupts all stages.
 */
@Blocking
@Nightly
public class LineStops {

  @JCStressTest
  @Outcome(id = "STOPPED", expect = ACCEPTABLE, desc = "The work was interrupted.")
  @Outcome(id = "GOES ON", expect = FORBIDDEN, desc = "Nobody interrupted the work.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final Patience PATIENCE = new Patience();
    private static final List<Integer> ITEMS = List.of(1, 2);

    private static int samples;

    private final int sample = samples++;
    private final Step<Integer, Integer> fails = this::failAtTheSecond;
    private final Step<Integer, Integer> works = this::workUntilInterrupted;
    private final List<Station<Integer>> stations =
        List.of(new Station<>("fails", 1, fails), new Station<>("works", 1, works));
    private final Line<Integer> line = $subject;
    private volatile boolean isTold;
    private volatile boolean hasEnded;
    private volatile boolean isOver;

    private Integer failAtTheSecond(Integer item) {
      if (item == 2) {
        Spin.times(sample % 32);
        throw new IllegalArgumentException("as planned");
      }
      return item;
    }

    private Integer workUntilInterrupted(Integer item) {
      while (!isOver && !Thread.currentThread().isInterrupted()) {
        LockSupport.parkNanos(this, 1_000_000);
      }
      hasEnded = true;
      return item;
    }

    @Actor
    public void caller() {
      try {
        List<Integer> _ = line.pass(ITEMS);
      } catch (RuntimeException told) {
        isTold = true;
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this actor", e);
      }
    }

    @Actor
    public void observer(L_Result r) {
      while (!isTold) {
        Thread.onSpinWait();
      }
      r.r1 = PATIENCE.sees(() -> hasEnded) ? "STOPPED" : "GOES ON";
      isOver = true;
    }

    @Arbiter
    public void arbiter(L_Result r) {
      line.close();
    }
  }
}
