/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.Arrays;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A pool sends bytes to a worker through a ring that is smaller than they are: does each arrive
 * once, and in its order?
 *
 * <p>The ring has no lock. One counter says how much was written, the other how much was read, and
 * whoever sets one too early hands over a place that is still in use:
 *
 * <pre>{@code
 * Writer                    Reader
 *                           read 8 bytes of 8
 *                           first: say that there is room
 * room?  -> yes
 * put byte 9 on byte 1
 *                           then: take byte 1 out, which is byte 9
 * }</pre>
 *
 * <p>Both sides are threads of one JVM here; what differs between processes is the address at which
 * they see the memory. Source: {@code java.util.concurrent}, "Memory Consistency Properties", for
 * what a counter orders, and {@link RingPublishes} for whether it does.
 */
@Blocking
@Nightly
public class RingCarries {

  private static final int COUNT = 40;
  private static final int AT_ONCE = 5;
  private static final byte[] BYTES = new byte[COUNT];

  static {
    for (int i = 0; i < COUNT; i++) {
      BYTES[i] = (byte) (i + 1);
    }
  }

  @JCStressTest
  @Outcome(id = "IN ORDER", expect = ACCEPTABLE, desc = "All bytes arrived.")
  @Outcome(id = "OTHERS", expect = FORBIDDEN, desc = "A byte was lost, doubled or overtaken.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private final ByteStream ring = $subject;

    @Actor
    public void writer() {
      for (int sent = 0; sent < COUNT; ) {
        int piece = Math.min(AT_ONCE, COUNT - sent);
        sent += ring.write(Arrays.copyOfRange(BYTES, sent, sent + piece));
      }
    }

    @Actor
    public void reader(L_Result r) {
      byte[] arrived = new byte[COUNT];
      byte[] piece = new byte[AT_ONCE];
      for (int taken = 0; taken < COUNT; ) {
        int count = ring.read(piece);
        System.arraycopy(piece, 0, arrived, taken, count);
        taken += count;
      }
      r.r1 = Arrays.equals(arrived, BYTES) ? "IN ORDER" : "OTHERS";
    }
  }
}
