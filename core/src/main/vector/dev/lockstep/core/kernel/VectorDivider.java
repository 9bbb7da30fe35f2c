/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Divisions alone, in vectors as {@link VectorKernel} uses them. Eight chains, since a result takes
 * several times as long as the divider needs before it can begin the next division.
 */
final class VectorDivider implements VectorEngine.Divider {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 8;

  @Override
  public int lanes() {
    return FLOATS.length();
  }

  /** Each chain alternates between two values, {@code x} and {@code 3 / x}: no special numbers. */
  @Override
  public float divide(int count) {
    FloatVector three = FloatVector.broadcast(FLOATS, 3);
    FloatVector a = FloatVector.broadcast(FLOATS, 1.1f);
    FloatVector b = a.add(1);
    FloatVector c = a.add(2);
    FloatVector d = a.add(3);
    FloatVector e = a.add(4);
    FloatVector f = a.add(5);
    FloatVector g = a.add(6);
    FloatVector h = a.add(7);
    for (int i = 0; i < count; i += CHAINS) {
      a = three.div(a);
      b = three.div(b);
      c = three.div(c);
      d = three.div(d);
      e = three.div(e);
      f = three.div(f);
      g = three.div(g);
      h = three.div(h);
    }
    FloatVector left = a.add(b).add(c.add(d));
    return left.add(e.add(f).add(g.add(h))).reduceLanes(VectorOperators.ADD);
  }
}
