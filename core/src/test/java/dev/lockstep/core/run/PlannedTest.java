/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.Constructs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedTest {

  @Test
  void holdsBothHarnessesListsWhoeverCameFirst() {
    Planned proofs = planned(List.of(proof("A")), List.of(), List.of(notRun("B")));
    Planned trials = planned(List.of(), List.of(trial("t")), List.of());
    assertThat(proofs.merge(trials)).isEqualTo(trials.merge(proofs));
    assertThat(proofs.merge(trials).proofs()).hasSize(1);
    assertThat(proofs.merge(trials).trials()).hasSize(1);
    assertThat(proofs.merge(trials).notRun()).hasSize(1);
    assertThat(proofs.merge(trials).constructs()).hasSize(Constructs.all().size());
  }

  @Test
  void aListThatIsWrittenAgainAddsNothing() {
    Planned once = planned(List.of(proof("A")), List.of(trial("t")), List.of(notRun("B")));
    assertThat(once.merge(once)).isEqualTo(once.sorted());
  }

  @Test
  void smokeIsNoEvidence() {
    assertThat(Plan.SMOKE.isEvidence()).isFalse();
    assertThat(Plan.QUICK.isEvidence()).isTrue();
  }

  private static Planned planned(
      List<Planned.Proof> proofs, List<Planned.Trial> trials, List<Planned.NotRun> notRun) {
    return Planned.of(Plan.QUICK, Constructs.all(), proofs, trials, notRun);
  }

  private static Planned.Proof proof(String test) {
    return new Planned.Proof(
        test, "counter:A", "PROOF", "FORBIDS", "C", List.of(), null, 1, 2, Map.of("C2", 1));
  }

  private static Planned.Trial trial(String id) {
    return new Planned.Trial(
        id, "b.C.m", "counter:A", Map.of(), 1, "avgt", "ns/op", 3, null, null, null, null);
  }

  private static Planned.NotRun notRun(String id) {
    return new Planned.NotRun("PROOF", id, "counter:B", "needs 5 CPUs");
  }
}
