/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.order.Cell;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread stores a long whose bits are all set, another one loads it: does it get all of the bits
 * or none?
 *
 * <p>A plain long or double may be stored and loaded in two halves, and each half by itself; a
 * volatile one may not (JLS 17.7). Opaque mode and those above it are whole for any type ({@link
 * java.lang.invoke.VarHandle}). References, and values of no more than 32 bits, are always whole.
 *
 * <pre>
 *             Memory Model  x86-64, AArch64            32 bits
 * plain       allowed       not seen: one instruction  may be seen
 * all others  forbidden     not seen                   not seen
 * </pre>
 *
 * <p>So a 64-bit machine cannot tell a plain long from a volatile one. That it could see a torn
 * value is shown by a cell that is made of two halves.
 */
@Nightly
public class Tearing {

  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "Loaded before the store.")
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "Loaded after the store.")
  @Outcome(
      id = {"4294967295", "-4294967296"},
      expect = FORBIDDEN,
      desc = "One half is loaded before the store, the other after it.")
  @Outcome(expect = FORBIDDEN, desc = "Less than a half.")
  @State
  public static class $Name {

    private final Cell cell = $subject;

    @Actor
    public void writer() {
      cell.set(-1L);
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = cell.get();
    }
  }
}
