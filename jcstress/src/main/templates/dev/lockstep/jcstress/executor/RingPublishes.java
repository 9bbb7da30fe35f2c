/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A pool puts a byte into a ring and then counts it, a worker looks at the counter and then takes
 * the byte: can the worker see the count and not the byte?
 *
 * <p>The byte is plain. Its only order is that of the counter, which is stored with release and
 * loaded with acquire:
 *
 * <pre>{@code
 * Writer                    Reader
 * put the byte
 * store the count, release
 *                           load the count, acquire
 *                           take the byte
 * }</pre>
 *
 * <p>The question is memory order: the sibling counts at the same moments, but by opaque accesses.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Nightly
public class RingPublishes {

  @JCStressTest
  @Outcome(id = "BYTE", expect = ACCEPTABLE, desc = "The byte had arrived.")
  @Outcome(id = "NOTHING", expect = ACCEPTABLE, desc = "The reader came first.")
  @Outcome(id = "EMPTY PLACE", expect = FORBIDDEN, desc = "The byte was counted and not there.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final ByteStream ring = $subject;
    private final byte[] sent = {1};
    private final byte[] taken = new byte[1];

    @Actor
    public void writer() {
      int _ = ring.write(sent);
    }

    @Actor
    public void reader(L_Result r) {
      int count = ring.read(taken);
      r.r1 = count == 0 ? "NOTHING" : taken[0] == 1 ? "BYTE" : "EMPTY PLACE";
    }
  }
}
