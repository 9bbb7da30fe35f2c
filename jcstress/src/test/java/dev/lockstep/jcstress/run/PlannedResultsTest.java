/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.jcstress.proof.Pace;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import dev.lockstep.run.Plan;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannedResultsTest {

  /** The configuration says nothing about what stands in one slice. */
  private static final List<PlannedResult> QUICK =
      Proofs.all().stream()
          .filter(test -> ProofPlan.of(Plan.QUICK).whyNot(test) == null && !test.isHeart())
          .map(test -> new PlannedResult(Path.of(test.test()), test, null))
          .toList();

  private final List<List<PlannedResult>> slices = PlannedResults.slices(QUICK);

  @Test
  void everyResultIsInOneSlice() {
    assertThat(slices).hasSizeGreaterThan(1);
    assertThat(slices.stream().flatMap(Collection::stream))
        .containsExactlyInAnyOrderElementsOf(QUICK);
  }

  /** A budget may end after any of them: what came until then has all its controls. */
  @Test
  void noProofComesBeforeItsControls() {
    Set<String> planned = new HashSet<>();
    QUICK.forEach(each -> planned.add(each.test().test()));
    Set<String> sofar = new HashSet<>();
    for (List<PlannedResult> slice : slices) {
      slice.forEach(each -> sofar.add(each.test().test()));
      for (PlannedResult each : slice) {
        for (ProofTest.Row row : each.test().rows()) {
          assertThat(row.controls().stream().map(ProofTest.Control::twin).filter(planned::contains))
              .isSubsetOf(sofar);
        }
      }
    }
  }

  @Test
  void whatTakesLeastTimeComesFirst() {
    assertThat(slices.getFirst()).anyMatch(each -> each.test().pace() == Pace.ACCESS);
    assertThat(slices.getLast()).allMatch(each -> each.test().pace().blocks());
  }
}
