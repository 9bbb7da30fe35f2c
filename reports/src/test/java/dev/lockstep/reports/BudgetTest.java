/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.RunFixture.CONFIGURATIONS;
import static dev.lockstep.reports.RunFixture.EXECUTOR;
import static dev.lockstep.reports.RunFixture.LOCKED;
import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run says whose budget was used up, or whose machine somebody else used, too. */
class BudgetTest {

  private static final String UNJOINED = EXECUTOR + "Unjoined";

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

  private Judged lacking(String test, int notReached) throws IOException {
    fixture.loseProof(test);
    ((ObjectNode) fixture.run.get("parts").get("jcstress")).put("notReached", notReached);
    return Judged.of(fixture, home);
  }

  @Test
  void aProofThatTheBudgetDidNotReachIsHeld() throws IOException {
    Judged judged = lacking(EXECUTOR + "FIXED", CONFIGURATIONS.size());
    assertThat(judged.exit()).isZero();
    JsonNode proof = judged.find("proofs", "test", EXECUTOR + "FIXED");
    assertThat(proof.get("status").stringValue()).isEqualTo("HELD");
    assertThat(proof.get("held").stringValue()).isEqualTo("NOT_REACHED");
    assertThat(proof.get("why").stringValue())
        .isEqualTo("the budget ended after 0 of its results; give more with -Dbudget");
  }

  /** A twin has a share in many proofs: none of them is to blame that it was not run. */
  @Test
  void proofsWhoseControlTheBudgetDidNotReachAreHeld() throws IOException {
    Judged judged = lacking(UNJOINED, CONFIGURATIONS.size());
    assertThat(judged.exit()).isZero();
    assertThat(judged.find("proofs", "test", EXECUTOR + "FIXED").get("held").stringValue())
        .isEqualTo("NOT_REACHED");
    assertThat(judged.report().get("sentence").stringValue())
        .contains("0 of 6 others proven, 6 not reached in the budget")
        .contains("3 of 4 twins were caught, 1 not reached in the budget");
  }

  /** A control that was cut short has not been silent. */
  @Test
  void soAreThoseWhoseControlHasTooFewForks() throws IOException {
    fixture.forks(UNJOINED, "0", 1000, 500, 500);
    ((ObjectNode) fixture.proof(UNJOINED).get("forks")).put("C2", 3);
    ((ObjectNode) fixture.run.get("parts").get("jcstress")).put("notReached", 1);
    Judged judged = Judged.of(fixture, home);
    JsonNode proof = judged.find("proofs", "test", EXECUTOR + "FIXED");
    assertThat(proof.get("held").stringValue()).isEqualTo("NOT_REACHED");
    assertThat(proof.get("why").stringValue())
        .contains("the budget ended after 2 forks of Results.Unjoined");
  }

  /** That something else was not reached excuses no control that was there and silent. */
  @Test
  void aSilentControlIsNotExcusedByTheBudget() throws IOException {
    ObjectNode row = (ObjectNode) fixture.proof(EXECUTOR + "FIXED").get("rows").get(0);
    StressFixture.control(row, EXECUTOR + "LeftToTheNight", "it is not planned");
    ArrayNode controls = row.withArray("controls");
    controls.insert(0, controls.remove(1));
    fixture.forks(UNJOINED, "0", 1000, 0, 0, 0);
    Judged judged = lacking(EXECUTOR + "VIRTUAL", CONFIGURATIONS.size());
    JsonNode proof = judged.find("proofs", "test", EXECUTOR + "FIXED");
    assertThat(proof.get("held").stringValue()).isEqualTo("TWIN_NOT_CAUGHT");
    assertThat(proof.get("why").stringValue()).contains("Unjoined showed");
  }

  /** One more than the run knows of: something else is amiss. */
  @Test
  void whatIsMissingBesideThatIsIncomplete() throws IOException {
    Judged judged = lacking(EXECUTOR + "FIXED", CONFIGURATIONS.size() - 1);
    assertThat(judged.exit()).isEqualTo(3);
  }

  @Test
  void theHeartIsOwedInAnyBudget() throws IOException {
    Judged judged = lacking(LOCKED + "Synchronized", CONFIGURATIONS.size());
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.report().get("reasons").toString())
        .contains("the budget ended after 0 of its results; give more with -Dbudget");
  }

  /** What is to show that everything runs has to run everything. */
  @Test
  void aPlanThatIsNoEvidenceIsOwedWhole() throws IOException {
    fixture.planned.put("evidence", false);
    assertThat(lacking(EXECUTOR + "FIXED", CONFIGURATIONS.size()).exit()).isEqualTo(3);
  }

  @Test
  void soAreItsTrials() throws IOException {
    fixture.planned.put("evidence", false);
    fixture.trial(TRIAL).put("heart", false);
    FaultyTrials.fail(fixture, "BUDGET", "no time was left");
    assertThat(Judged.of(fixture, home).exit()).isEqualTo(3);
  }

  @Test
  void aModelThatTheBudgetDidNotReachIsNoFailure() throws IOException {
    fixture.models.withArray("results").remove(0);
    ((ObjectNode) fixture.run.get("parts").get("models")).put("notReached", 1);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.report().get("sentence").stringValue())
        .contains(", 1 not reached in the budget");
  }

  @Test
  void aDisturbedForkSaysSo() throws IOException {
    ObjectNode fork = (ObjectNode) fixture.trials.get(TRIAL).get("forks").get(0);
    fork.put("disturbed", "the hypervisor took 12 % of the CPU time").put("counts", true);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.find("prices", "trial", TRIAL).get("notes").get(0).stringValue())
        .isEqualTo(
            "1 of 3 forks disturbed (the hypervisor took 12 % of the CPU time), and too few"
                + " others");
    assertThat(judged.report().get("notes").toString())
        .contains("1 figure is of disturbed forks, and there are too few others");
  }
}
