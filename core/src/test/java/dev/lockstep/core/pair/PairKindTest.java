/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Construct.Guarantee;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one thread sees; what others see is asked by the stress tests. */
class PairKindTest {

  @ParameterizedTest
  @EnumSource
  void aPairHoldsWhatWasWrittenLast(PairKind kind) {
    Pair pair = kind.create();
    assertThat(pair.read((first, second) -> first | second)).isZero();
    for (long number : new long[] {1, -7, Long.MAX_VALUE, Long.MIN_VALUE, 0}) {
      pair.write(number, ~number);
      assertThat(pair.read((first, _) -> first)).isEqualTo(number);
      assertThat(pair.read((_, second) -> second)).isEqualTo(~number);
    }
  }

  /** A writer that left something locked, or a version odd, would stop the next one. */
  @ParameterizedTest
  @EnumSource
  void afterAWriteOthersWriteAndRead(PairKind kind) throws Exception {
    Pair pair = kind.create();
    pair.write(1, 2);
    Thread other = Thread.ofPlatform().start(() -> pair.write(3, 4));
    other.join();
    assertThat(pair.read((first, second) -> 10 * first + second)).isEqualTo(34);
  }

  @ParameterizedTest
  @EnumSource
  void pairsOfOneKindShareNothing(PairKind kind) {
    kind.create().write(1, 1);
    assertThat(kind.create().read(Long::sum)).isZero();
  }

  @Test
  void onlyTwoPlainFieldsAreRacy() {
    assertThat(Arrays.stream(PairKind.values()))
        .filteredOn(kind -> kind.guarantee() == Guarantee.RACY)
        .containsExactly(PairKind.PLAIN);
  }
}
