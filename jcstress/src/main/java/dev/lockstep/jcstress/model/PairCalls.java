/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.pair.Pair;

/** What threads call that write pairs and read them; a pair is shown as its two digits. */
public final class PairCalls {

  private final Pair pair = ObjectUnderTest.create(Pair.class);

  public void writeOnes() {
    pair.write(1, 1);
  }

  public void writeTwos() {
    pair.write(2, 2);
  }

  public long read() {
    return pair.read((first, second) -> 10 * first + second);
  }
}
