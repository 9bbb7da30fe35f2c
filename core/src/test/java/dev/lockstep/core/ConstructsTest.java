/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import org.junit.jupiter.api.Test;

class ConstructsTest {

  @Test
  void namesEveryKindOfEveryFamily() {
    assertThat(Constructs.all()).contains(CounterKind.values()).contains(ExecutorKind.values());
  }

  @Test
  void idsAndLabelsAreUnique() {
    assertThat(Constructs.all()).extracting(Construct::id).doesNotHaveDuplicates();
    assertThat(Constructs.all()).extracting(Construct::label).doesNotHaveDuplicates();
  }

  @Test
  void anIdIsFamilyAndName() {
    assertThat(CounterKind.REENTRANT_LOCK_FAIR.id()).isEqualTo("counter:REENTRANT_LOCK_FAIR");
    assertThat(ExecutorKind.FIXED.id()).isEqualTo("executor:FIXED");
    assertThat(Constructs.all())
        .allSatisfy(construct -> assertThat(construct.id()).matches("[a-z]+:[A-Z][A-Z0-9_]*"));
  }
}
