/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a run says whose budget was used up before all forks were measured. */
class BudgetTest {

  @TempDir private Path home;

  private final RunFixture fixture = RunFixture.healthy();

  @Test
  void whatWasNotReachedIsNoFailure() throws IOException {
    fixture.trial(TRIAL).put("heart", false);
    FaultyTrials.fail(fixture, "BUDGET", "no time was left");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.report().get("sentence").stringValue())
        .contains(", 1 not reached in the budget");
    JsonNode price = judged.find("prices", "trial", TRIAL);
    assertThat(price.get("status").stringValue()).isEqualTo("NOT_REACHED");
    assertThat(price.get("score").isNull()).isTrue();
    assertThat(price.get("notes").get(0).stringValue()).isEqualTo("BUDGET: no time was left");
  }

  @Test
  void threeForksAreAPriceHoweverManyWerePlanned() throws IOException {
    fixture.trial(TRIAL).put("forks", 6);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    JsonNode price = judged.find("prices", "trial", TRIAL);
    assertThat(price.get("status").stringValue()).isEqualTo("MEASURED");
    assertThat(price.get("interval").isNull()).isFalse();
    assertThat(price.get("notes").get(0).stringValue()).isEqualTo("3 of 6 planned forks");
  }
}
