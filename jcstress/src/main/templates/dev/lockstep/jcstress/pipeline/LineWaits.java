/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.jcstress.proof.Blocking;
import java.util.List;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller sends three items through three stages: have all stages worked on all of them when
 * {@link Line#pass} returns, and are these the items that it returns?
 *
 * <p>Each stage copies what the one before it has written. A line that waits for less than the last
 * stage lets the caller go on too early:
 *
 * <pre>{@code
 * Caller              Download            Resize              Upload
 * put
 *                     take
 *                     downloaded = 1
 *                     put
 * read uploaded: 0
 *                                         take
 *                                         resized = 1
 *                                         put                 take
 *                                                             uploaded = 1
 * }</pre>
 *
 * <p>There is room for one item between two stages, so that a stage has to wait for the next one.
 * The fields are volatile: a 0 means that a stage was not waited for or left out, and nothing about
 * memory order. That is what {@link LinePublishes} asks.
 *
 * <p>Two callers do this at the same time, each through a line of its own, so that the threads of
 * six stages compete for the CPUs. The loop of the caller is among the kinds. It has nothing to
 * wait for, and must not fail.
 */
@Blocking
public class LineWaits {

  private static final List<Station<Item>> STATIONS =
      List.of(
          new Station<>("download", 1, Item::download),
          new Station<>("resize", 1, Item::resize),
          new Station<>("upload", 1, Item::upload));

  private static final class Item {

    private volatile int downloaded;
    private volatile int resized;
    private volatile int uploaded;

    Item download() {
      downloaded = 1;
      return this;
    }

    Item resize() {
      resized = downloaded;
      return this;
    }

    Item upload() {
      uploaded = resized;
      return this;
    }
  }

  /** Sends three items; 1 if they are done and came back, 0 if one is not done, else -1. */
  private static int pass(Line<Item> line, List<Item> items) {
    try {
      List<Item> results = line.pass(items);
      if (results.size() != items.size() || !results.containsAll(items)) {
        return -1;
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    int done = 1;
    for (Item item : items) {
      done &= item.uploaded;
    }
    return done;
  }

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "All stages had worked on all items.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A caller went on before all stages had worked on its items.")
  @Outcome(expect = FORBIDDEN, desc = "An item is missing, or came back twice.")
  @State
  public static class $Name {

    private static final Line<Item> LEFT = $subject;
    private static final Line<Item> RIGHT = $subject;

    private final List<Item> mine = List.of(new Item(), new Item(), new Item());
    private final List<Item> yours = List.of(new Item(), new Item(), new Item());

    @Actor
    public void actor1(II_Result r) {
      r.r1 = pass(LEFT, mine);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = pass(RIGHT, yours);
    }
  }
}
