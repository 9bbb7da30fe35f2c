/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.ATOMIC;
import static dev.lockstep.reports.SpoiltRun.EXHIBIT;
import static dev.lockstep.reports.SpoiltRun.MUTANT;
import static dev.lockstep.reports.SpoiltRun.PLAIN;
import static dev.lockstep.reports.SpoiltRun.TWIN;
import static dev.lockstep.reports.SpoiltRun.delete;
import static dev.lockstep.reports.SpoiltRun.outcome;
import static dev.lockstep.reports.SpoiltRun.unsee;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run says of its own evidence: configurations, twins, mutants, exhibits and models. */
@Tag("gate")
class EvidenceTest {
  @TempDir private Path home;

  private final RunFixture fixture = RunFixture.healthy();

  @Test
  void judgesEachConfigurationForItself() throws IOException {
    fixture.result(ATOMIC, "C2 + ZGC").put("samples", 0);
    Judged judged = Judged.of(fixture, home);
    JsonNode proof = judged.find("proofs", "test", ATOMIC);
    assertThat(proof.get("status").stringValue()).isEqualTo("INCONCLUSIVE");
    JsonNode first = proof.get("configurations").get(0);
    assertThat(first.get("verdict").stringValue()).isEqualTo("HELD");
    assertThat(first.get("why").isNull()).isTrue();
    assertThat(first.get("samplesPerSecond").doubleValue()).isEqualTo(1e7);
    JsonNode last = proof.get("configurations").get(5);
    assertThat(last.get("status").stringValue()).isEqualTo("NORMAL");
    assertThat(last.get("verdict").stringValue()).isEqualTo("INCONCLUSIVE");
    assertThat(last.get("why").stringValue()).endsWith("took zero samples in fork 0");
  }

  @Test
  void aRaceNeedsToShowInOneConfigurationOnly() throws IOException {
    unsee(fixture, PLAIN, 1);
    outcome(fixture, PLAIN, "C1", 1).put("count", 1);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    JsonNode configurations = judged.find("proofs", "test", PLAIN).get("configurations");
    assertThat(configurations.get(0).get("verdict").stringValue()).isEqualTo("INCONCLUSIVE");
    assertThat(configurations.get(0).get("why").stringValue())
        .isEqualTo("outcome 1 was not seen in configuration interpreter");
    assertThat(configurations.get(1).get("verdict").stringValue()).isEqualTo("PROVEN");
  }

  @Test
  void tellsHowOftenATwinWasCaught() throws IOException {
    Judged judged = Judged.of(fixture, home);
    JsonNode twin = judged.find("twins", "test", TWIN);
    assertThat(twin.get("role").stringValue()).isEqualTo("CONTROL");
    assertThat(twin.get("caught").booleanValue()).isTrue();
    assertThat(twin.get("outcome").stringValue()).isEqualTo("1");
    assertThat(twin.get("rate").doubleValue()).isEqualTo(0.1);
    assertThat(twin.get("forks").intValue()).isEqualTo(6);
    assertThat(twin.get("proofs").intValue()).isEqualTo(11);
    assertThat(twin.get("mutates").isNull()).isTrue();
    JsonNode entry = judged.find("proofs", "test", TWIN);
    assertThat(entry.get("status").stringValue()).isEqualTo("PROVEN");
    assertThat(entry.get("why").stringValue())
        .isEqualTo(
            "its bug (the lock guards only the write) showed outcome 1: 1 in 10 samples, the"
                + " median of 6 forks");
    assertThat(entry.get("configurations").get(0).get("verdict").stringValue())
        .isEqualTo("ALLOWED");
    assertThat(entry.get("configurations").get(1).get("firstSeen").intValue()).isZero();
  }

  @Test
  void ordersOfArrivalDoNotMatter(@TempDir Path other) throws IOException {
    String before = Judged.of(fixture, other).text("report.json");
    for (JsonNode result : fixture.jcstress.get("results")) {
      ((ObjectNode) result).put("order", 7);
    }
    assertThat(Judged.of(fixture, home).text("report.json")).isEqualTo(before);
  }

  @Test
  void namesTheMutantsThatWereMissed() throws IOException {
    unsee(fixture, MUTANT, 1);
    fixture.forget("AtomicGetThenSet");
    Judged judged = Judged.of(fixture, home);
    JsonNode sensitivity = judged.report().get("sensitivity");
    assertThat(sensitivity.get("tried").intValue()).isEqualTo(1);
    assertThat(sensitivity.get("caught").intValue()).isZero();
    JsonNode mutant = sensitivity.get("mutants").get(0);
    assertThat(mutant.get("mutates").stringValue()).isEqualTo("counter:ATOMIC");
    assertThat(mutant.get("name").stringValue()).isEqualTo("AtomicGetThenSet");
    assertThat(mutant.get("opinions").get(0).get("answer").stringValue()).isEqualTo("MISSED");
    assertThat(mutant.get("opinions").get(0).get("where").get(0).stringValue()).isEqualTo(MUTANT);
    assertThat(mutant.get("opinions").get(1).get("answer").stringValue()).isEqualTo("NOT_ASKED");
    JsonNode twin = judged.find("twins", "test", MUTANT);
    assertThat(judged.exit()).isZero();
    assertThat(twin.get("caught").booleanValue()).isFalse();
    assertThat(twin.get("rate").doubleValue()).isZero();
    assertThat(judged.find("proofs", "test", MUTANT).get("why").stringValue())
        .isEqualTo(
            "the bug that it puts into counter:ATOMIC (get and set instead of one increment) was"
                + " not caught here: outcome 1 often enough in 0 of 6 forks, 0 in 30,000,000"
                + " samples");
    assertThat(judged.text("summary.md"))
        .contains(
            "Sensitivity, which carries no verdict: 0 of 1 mutants caught; not caught:"
                + " AtomicGetThenSet of counter:ATOMIC.");
    assertThat(judged.pages())
        .contains(
            "0 / 1",
            "class=\"missed\">not caught here: AtomicGetThenSet of counter:ATOMIC (get and");
    assertThat(judged.text("junit.xml"))
        .contains("name=\"proofs\" tests=\"26\" failures=\"0\" errors=\"0\" skipped=\"3\"");
  }

  @Test
  void aMutantIsCaughtByEachOpinionOfItsOwn() throws IOException {
    unsee(fixture, MUTANT, 1);
    Judged judged = Judged.of(fixture, home);
    JsonNode sensitivity = judged.report().get("sensitivity");
    assertThat(sensitivity.get("caught").intValue()).isEqualTo(1);
    JsonNode opinions = sensitivity.get("mutants").get(0).get("opinions");
    assertThat(opinions.get(0).get("by").stringValue()).isEqualTo("STRESS");
    assertThat(opinions.get(0).get("answer").stringValue()).isEqualTo("MISSED");
    assertThat(opinions.get(1).get("by").stringValue()).isEqualTo("LINCHECK");
    assertThat(opinions.get(1).get("answer").stringValue()).isEqualTo("CAUGHT");
    assertThat(opinions.get(1).get("where").get(0).stringValue()).isEqualTo("AtomicGetThenSet");
  }

  /** As in a smoke run, where every test has one fork. */
  @Test
  void aStressTestOfTooFewForksSaysNothingOfItsMutant() throws IOException {
    List<JsonNode> forks = new ArrayList<>();
    fixture
        .jcstress
        .withArray("results")
        .removeIf(
            each ->
                each.get("test").stringValue().equals(MUTANT)
                    && forks.add(each)
                    && forks.size() > 1);
    assertThat(forks).hasSizeGreaterThan(1);
    JsonNode opinion =
        Judged.of(fixture, home)
            .report()
            .get("sensitivity")
            .get("mutants")
            .get(0)
            .get("opinions")
            .get(0);
    assertThat(opinion.get("answer").stringValue()).isEqualTo("NOT_ASKED");
    assertThat(opinion.get("why").stringValue()).contains("fewer than 3 forks");
  }

  @Test
  void aMutantThatNoQuestionIsPutToHasTheReason() throws IOException {
    fixture.forget("AtomicGetThenSet");
    fixture
        .list("notRun")
        .addObject()
        .put("kind", "MODEL")
        .put("id", "counter:ATOMIC AtomicGetThenSet")
        .putNull("construct")
        .put("cause", "PLAN")
        .put("why", "the checker is blind to it");
    JsonNode opinion =
        Judged.of(fixture, home)
            .report()
            .get("sensitivity")
            .get("mutants")
            .get(0)
            .get("opinions")
            .get(1);
    assertThat(opinion.get("answer").stringValue()).isEqualTo("NOT_ASKED");
    assertThat(opinion.get("why").stringValue()).isEqualTo("the checker is blind to it");
  }

  @Test
  void keepsExhibitsApartFromProofs() throws IOException {
    Judged judged = Judged.of(fixture, home);
    for (JsonNode proof : judged.report().get("proofs")) {
      assertThat(proof.get("test").stringValue()).isNotEqualTo(EXHIBIT);
    }
    JsonNode unseen = judged.find("exhibits", "test", EXHIBIT);
    assertThat(unseen.get("seen").booleanValue()).isFalse();
    assertThat(unseen.get("status").stringValue()).isEqualTo("ALLOWED");
    assertThat(unseen.get("mayObserve").get("1, 0").longValue()).isZero();
    assertThat(unseen.get("why").stringValue())
        .isEqualTo("outcome (1, 0) allowed, not seen in 120,000,000 samples");
    JsonNode seen = judged.find("exhibits", "construct", "publication:STORE_BUFFER");
    assertThat(seen.get("seen").booleanValue()).isTrue();
    assertThat(seen.get("mayObserve").get("0, 0").longValue()).isEqualTo(222_000);
  }

  @Test
  void aModelNeverMakesAProof() throws IOException {
    fixture.result(RunFixture.LOCKED + "Synchronized", "C1").put("samples", 0);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.find("models", "id", "counter:SYNCHRONIZED").get("agrees").booleanValue())
        .isTrue();
    assertThat(
            judged
                .find("proofs", "test", RunFixture.LOCKED + "Synchronized")
                .get("status")
                .stringValue())
        .isEqualTo("INCONCLUSIVE");
  }

  @Test
  void carriesTheInterleavingIntoTheReport() throws IOException {
    JsonNode model = Judged.of(fixture, home).find("models", "id", "counter:UNLOCKED");
    assertThat(model.get("outcome").stringValue()).isEqualTo("BROKEN");
    assertThat(model.get("interleavings").longValue()).isEqualTo(12);
    assertThat(model.get("exhausted").booleanValue()).isFalse();
    assertThat(model.get("witness").stringValue()).isEqualTo("witnesses/counter-UNLOCKED.json");
    assertThat(model.get("interleaving").get("steps").size()).isEqualTo(5);
  }

  @Test
  void aViolationWithoutItsWitnessIsStillOne() throws IOException {
    fixture.model("counter:UNLOCKED").put("expect", "HOLDS");
    fixture.write(home);
    delete("witnesses/counter-UNLOCKED.json").spoil(home);
    Judged judged = Judged.at(home);
    assertThat(judged.exit()).isEqualTo(2);
    assertThat(judged.reasons())
        .containsExactly(
            "counter:UNLOCKED is broken under sequential consistency: a violation was found, see"
                + " witnesses/counter-UNLOCKED.json.",
            "models.json: the witness of counter:UNLOCKED cannot be shown, the file is missing; run"
                + " the plan again.");
  }

  @Test
  void aRunWithoutModelsOwesNone() throws IOException {
    fixture.list("models").removeAll();
    ((ObjectNode) fixture.run.get("parts")).remove("models");
    fixture.write(home);
    delete("models.json").spoil(home);
    Path old = home.resolve("site/models.html");
    Files.createDirectories(old.getParent());
    Files.writeString(old, "of a judge before");
    Judged judged = Judged.at(home);
    assertThat(judged.exit()).isZero();
    assertThat(old).doesNotExist();
    assertThat(judged.report().get("sentence").stringValue()).doesNotContain("model");
    assertThat(judged.pages()).doesNotContain("Second opinion", "models.json");
  }

  @Test
  void whatTheMachineCannotRunIsNoFailure() throws IOException {
    for (int i = 0; i < 29; i++) {
      String test = "dev.lockstep.jcstress.sync.Barrier.Case" + (10 + i);
      fixture.leaveOut("PROOF", test, "counter:ATOMIC", "needs 3 CPUs, this machine has 2");
    }
    fixture.leaveOut("MODEL", "counter:ADDER", "counter:ADDER", "has too many threads");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.text("summary.md"))
        .contains(
            "29 proofs not run here \\(needs 3 CPUs, this machine has 2\\)\\: Barrier.Case10,")
        .contains("Barrier.Case14 and 24 more.", "1 model not run here");
    assertThat(judged.text("junit.xml"))
        .contains("name=\"models\" tests=\"6\" failures=\"0\" errors=\"0\" skipped=\"1\"");
  }
}
