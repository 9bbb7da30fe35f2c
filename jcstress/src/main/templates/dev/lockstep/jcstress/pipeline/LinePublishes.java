/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.List;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller writes on an item and sends it through three stages, which write on it too: does each
 * see what the one before it has written, and the caller what the last one has?
 *
 * <p>No field is volatile and no lock is taken. There are four edges, and a missing one leaves a 0
 * in all copies behind it:
 *
 * <pre>{@code
 * Caller              Download            Resize              Upload
 * write sent
 * put
 *                     take
 *                     downloaded = sent
 *                     put                 take
 *                                         resized = downloaded
 *                                         put                 take
 *                                                             uploaded = resized
 *                                                             add to the results
 * take the results
 * read uploaded
 * }</pre>
 *
 * <p>Most edges are those of queues: what a thread did before it put an item happens-before what
 * another thread does after it has taken it ({@code java.util.concurrent}, "Memory Consistency
 * Properties"). In the Disruptor the item stays where it is, and a stage moves its sequence number
 * behind it; the next stage reads that number first. A virtual thread per item has program order
 * and may change its carrier between two stages, which must not show.
 *
 * <p>The question is memory order: the sibling waits as well, but tells by opaque accesses that an
 * item is there and that a stage is done.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Blocking
@Nightly
public class LinePublishes {

  private static final List<Station<Item>> STATIONS =
      List.of(
          new Station<>("download", 1, Item::download),
          new Station<>("resize", 1, Item::resize),
          new Station<>("upload", 1, Item::upload));

  private static final class Item {

    private final List<Item> items = List.of(this);
    private int sent;
    private int downloaded;
    private int resized;
    private int uploaded;

    int through(Line<Item> line) {
      sent = 1;
      try {
        List<Item> _ = line.pass(items);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return uploaded;
    }

    Item download() {
      downloaded = sent;
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

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Each saw what the one before it had written.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A field was read as it had been before it was written.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private static final Line<Item> LEFT = $subject;
    private static final Line<Item> RIGHT = $subject;

    private final Item mine = new Item();
    private final Item yours = new Item();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = mine.through(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = yours.through(RIGHT);
    }
  }
}
