/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialIdTest {

  @Test
  void readsLikeTheTrial() {
    assertThat(TrialId.of("a.b.CounterCost.increment", Map.of("kind", "ATOMIC"), 2))
        .isEqualTo("CounterCost.increment-kind=ATOMIC-threads=2");
    assertThat(TrialId.of("a.b.CounterCost.increment", Map.of("kind", "ATOMIC")))
        .isEqualTo("CounterCost.increment-kind=ATOMIC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "a b",
        "..",
        "\n",
        "é",
        "%2e%2e/"
      })
  void aHostileValueCannotLeaveItsFolder(String value) {
    String id = TrialId.of("a.B.c", Map.of("x", value), 1);
    assertThat(id).matches("[A-Za-z0-9_][A-Za-z0-9._=-]*");
  }

  @Test
  void differentHostileValuesKeepDifferentNames() {
    assertThat(TrialId.of("a.B.c", Map.of("x", "a/b"), 1))
        .isNotEqualTo(TrialId.of("a.B.c", Map.of("x", "a:b"), 1));
  }

  @Test
  void anEndlessValueIsCut() {
    String one = TrialId.of("a.B.c", Map.of("x", "y".repeat(5000)), 1);
    assertThat(one).hasSizeLessThan(200);
    assertThat(one).isNotEqualTo(TrialId.of("a.B.c", Map.of("x", "y".repeat(5001)), 1));
  }
}
