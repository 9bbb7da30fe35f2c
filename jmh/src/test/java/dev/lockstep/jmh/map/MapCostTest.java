/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.map.MapKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MapCostTest {

  private final MapCost cost = new MapCost();

  @ParameterizedTest
  @EnumSource
  void whatIsCountedIsThere(MapKind kind) {
    cost.kind = kind;
    cost.create(1);
    MapCost.Counted counted = new MapCost.Counted();
    for (int i = 0; i < 10; i++) {
      cost.count(counted);
    }
    counted.settle(cost);
    assertThat(counted.expected).isEqualTo(10);
    assertThat(counted.lost).isZero();
  }

  @Test
  void aLossIsWrongInAnExactKindAndCountedInARacyOne() {
    for (MapKind kind : new MapKind[] {MapKind.MERGE, MapKind.GET_PUT}) {
      cost.kind = kind;
      cost.create(1);
      MapCost.Counted counted = new MapCost.Counted();
      cost.count(counted);
      cost.words = kind.create();
      if (kind == MapKind.GET_PUT) {
        counted.settle(cost);
        assertThat(counted.lost).isEqualTo(1);
      } else {
        assertThatThrownBy(() -> counted.settle(cost)).isInstanceOf(WrongResultException.class);
      }
    }
  }
}
