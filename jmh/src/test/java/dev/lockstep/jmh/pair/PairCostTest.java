/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.pair.PairKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairCostTest {

  private static PairCost cost(PairKind kind, int writers) {
    PairCost cost = new PairCost();
    cost.kind = kind;
    cost.writers = writers;
    cost.create();
    return cost;
  }

  @ParameterizedTest
  @EnumSource
  void readsBesideAWriterThatEnds(PairKind kind) throws Exception {
    PairCost cost = cost(kind, 1);
    PairCost.Reads reads = new PairCost.Reads();
    for (int iteration = 0; iteration < 2; iteration++) {
      reads.clear();
      cost.start();
      for (int i = 0; i < 100; i++) {
        cost.read(reads);
      }
      cost.stop();
      assertThat(reads.reads).isEqualTo(100);
      reads.verify(cost);
    }
  }

  @Test
  void halvesOfTwoPairsAreWrongInAnExactKind() throws Exception {
    for (PairKind kind : PairKind.values()) {
      PairCost cost = cost(kind, 0);
      cost.start();
      cost.pair.write(3, -2);
      PairCost.Reads reads = new PairCost.Reads();
      cost.read(reads);
      cost.stop();
      assertThat(reads.torn).isEqualTo(1);
      if (kind == PairKind.PLAIN) {
        reads.verify(cost);
      } else {
        assertThatThrownBy(() -> reads.verify(cost))
            .isInstanceOf(WrongResultException.class)
            .hasMessage(kind + " tore 1 of 1 pairs");
      }
    }
  }
}
