/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one thread sees; what two do to each other is asked by the stress tests. */
class MapKindTest {

  @ParameterizedTest
  @EnumSource
  void eachWordHasACountOfItsOwn(MapKind kind) {
    WordCount words = kind.create();
    assertThat(words.of("one")).isZero();
    words.count("one");
    words.count("two");
    words.count("two");
    assertThat(words.of("one")).isEqualTo(1);
    assertThat(words.of("two")).isEqualTo(2);
    assertThat(words.of("three")).isZero();
    assertThat(kind.create().of("one")).isZero();
  }
}
