/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.PipelineException;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A stage throws while the caller sends more items: is the caller told?
 *
 * <p>There is room for one item between two stages, so that the caller mostly waits for room when
 * the stage fails. It says that it waits and then looks whether the line is still there; who brings
 * the line down says so and then looks who waits (store buffering, {@code order.StoreBuffering}). A
 * caller that is missed there waits for ever, and its test ends with an error. Nor may the caller
 * be told something else, for instance that a pool of threads takes no more tasks.
 *
 * <p>Each sample has lines of its own, since one that has failed passes nothing more. Two callers
 * do this at the same time. Source: {@link Line#pass}.
 */
@Blocking
@Nightly
public class LineFails {

  private static final int LAST_STRAW = 3;

  private static final List<Integer> ITEMS = List.of(1, 2, LAST_STRAW, 4, 5, 6);

  private static final List<Station<Integer>> STATIONS =
      List.of(
          new Station<>("passes", 1, item -> item),
          new Station<>("fails", 1, item -> fail(item)),
          new Station<>("waits", 1, item -> item));

  private static Integer fail(Integer item) {
    if (item == LAST_STRAW) {
      throw new IllegalArgumentException("as planned");
    }
    return item;
  }

  private static String pass(Line<Integer> line) {
    try (line) {
      List<Integer> _ = line.pass(ITEMS);
      return "NOT TOLD";
    } catch (PipelineException told) {
      return "TOLD";
    } catch (RejectedExecutionException refused) {
      return "NOT TOLD";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @JCStressTest
  @Outcome(id = "TOLD, TOLD", expect = ACCEPTABLE, desc = "Both callers were told.")
  @Outcome(
      id = {"NOT TOLD, TOLD", "TOLD, NOT TOLD", "NOT TOLD, NOT TOLD"},
      expect = FORBIDDEN,
      desc = "A caller was given results, or another reason, though a stage had failed.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    @Actor
    public void actor1(LL_Result r) {
      r.r1 = pass($subject);
    }

    @Actor
    public void actor2(LL_Result r) {
      r.r2 = pass($subject);
    }
  }
}
