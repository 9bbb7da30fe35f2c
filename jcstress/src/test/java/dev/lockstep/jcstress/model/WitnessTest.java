/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.run.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WitnessTest {

  @Test
  void hasTheDocumentedForm() {
    ModelResult result =
        ModelResult.broken("counter:X", 8, 0.1, "one is lost", Recorded.BROKEN, null);
    String json =
        new String(
            Json.write(Witness.of(result, Recorded.OWN, "witnesses/counter-X.txt")),
            StandardCharsets.UTF_8);
    assertThat(json)
        .contains(
            "\"schema\" : 1",
            "\"id\" : \"counter:X\"",
            "\"threads\" : [ \"thread 1\", \"thread 2\" ]",
            "\"wrong\" : \"one is lost\"",
            "\"thread\" : 2",
            "\"text\" : \"count is read: 0\"",
            "\"text\" : \"witnesses/counter-X.txt\"");
  }

  @Test
  void aTextThatIsNotUnderstoodStillLeavesTheText() {
    ModelResult result = ModelResult.broken("counter:X", 8, 0.1, "one is lost", "gibberish", null);
    Witness witness = Witness.of(result, Recorded.OWN, "witnesses/counter-X.txt");
    assertThat(witness.steps()).isEmpty();
    assertThat(witness.wrong()).isEqualTo("one is lost");
    assertThat(witness.text()).isEqualTo("witnesses/counter-X.txt");
  }

  @Test
  void theSuitesOwnSourcesAreKnownByName() throws IOException {
    assertThat(OwnSources.names())
        .contains("UnlockedCounter.java", "SpinLock.java", "TwoIncrements.java", "BrokenLocks.java")
        .doesNotContain("StampedLock.java", "ConfinedCounter$Cell.java");
  }
}
