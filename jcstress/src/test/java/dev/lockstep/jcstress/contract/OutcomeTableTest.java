/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTableTest {

  @Test
  void readsWhatIsDeclared() {
    OutcomeTable table = OutcomeTable.of(NoLostUpdate.class);
    assertThat(table.rows()).extracting(OutcomeTable.Row::id).containsExactly("2", "1", "");
    assertThat(table.grading("2")).isEqualTo(ACCEPTABLE);
    assertThat(table.grading("1")).isEqualTo(FORBIDDEN);
    assertThat(table.grading("")).as("everything else").isEqualTo(FORBIDDEN);
    assertThat(table.grading("3")).isNull();
  }

  @Test
  void mirrorsDifferOnlyInTheGradingOfTheBrokenOutcomes() {
    assertThat(OutcomeTable.of(MayLoseUpdate.class))
        .isEqualTo(OutcomeTable.of(NoLostUpdate.class).grade(List.of("1"), ACCEPTABLE_INTERESTING));
    assertThat(OutcomeTable.of(LeakyHandOff.class))
        .isEqualTo(
            OutcomeTable.of(HandOff.class)
                .grade(List.of("0, 1", "1, 0", "0, 0"), ACCEPTABLE_INTERESTING));
  }
}
