/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Construct.Guarantee;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a thread sees of its own accesses; what others see is asked by the stress tests. */
class OrderKindTest {

  @ParameterizedTest
  @EnumSource
  void aCellHoldsWhatWasSetLast(OrderKind kind) {
    Cell cell = kind.create();
    assertThat(cell.get()).isZero();
    for (long value : new long[] {1, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 0}) {
      cell.set(value);
      cell.fence();
      assertThat(cell.get()).isEqualTo(value);
      assertThat(cell.get()).as("a load takes nothing away").isEqualTo(value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cellsOfOneKindShareNothing(OrderKind kind) {
    Cell cell = kind.create();
    cell.set(1);
    assertThat(kind.create().get()).isZero();
  }

  /** The end of a thread gives the order, whatever the kind. */
  @ParameterizedTest
  @EnumSource
  void whatAThreadSetIsThereWhenItHasEnded(OrderKind kind) throws Exception {
    Cell cell = kind.create();
    Thread other = Thread.ofPlatform().start(() -> cell.set(42));
    other.join();
    assertThat(cell.get()).isEqualTo(42);
  }

  @Test
  void onlyOneOrderOfAllAccessesIsExact() {
    assertThat(Arrays.stream(OrderKind.values()))
        .filteredOn(kind -> kind.guarantee() == Guarantee.EXACT)
        .containsExactly(OrderKind.VOLATILE, OrderKind.FULL_FENCE);
  }
}
