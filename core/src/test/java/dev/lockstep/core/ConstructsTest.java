/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.core.sync.SyncKind;
import org.junit.jupiter.api.Test;

class ConstructsTest {

  @Test
  void namesEveryKindOfEveryFamily() {
    assertThat(Constructs.all())
        .contains(CounterKind.values())
        .contains(LockKind.values())
        .contains(SyncKind.values())
        .contains(PublicationKind.values())
        .contains(FutureKind.values())
        .contains(QueueKind.values())
        .contains(PipelineKind.values())
        .contains(ExecutorKind.values());
  }

  @Test
  void idsAndLabelsAreUnique() {
    assertThat(Constructs.all()).extracting(Construct::id).doesNotHaveDuplicates();
    assertThat(Constructs.all()).extracting(Construct::label).doesNotHaveDuplicates();
  }

  @Test
  void aFamilyIsNamedAfterItsPackage() {
    assertThat(Constructs.all())
        .allSatisfy(
            construct ->
                assertThat(construct.getClass().getPackageName())
                    .isEqualTo("dev.lockstep.core." + construct.family()));
  }

  @Test
  void anIdIsFamilyAndName() {
    assertThat(CounterKind.REENTRANT_LOCK_FAIR.id()).isEqualTo("counter:REENTRANT_LOCK_FAIR");
    assertThat(LockKind.SPIN_LOCK.id()).isEqualTo("lock:SPIN_LOCK");
    assertThat(ExecutorKind.FIXED.id()).isEqualTo("executor:FIXED");
    assertThat(Constructs.all())
        .allSatisfy(construct -> assertThat(construct.id()).matches("[a-z]+:[A-Z][A-Z0-9_]*"));
  }
}
