/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.ATOMIC;
import static dev.lockstep.reports.SpoiltRun.PLAIN;
import static dev.lockstep.reports.SpoiltRun.cut;
import static dev.lockstep.reports.SpoiltRun.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Each thing that can be wrong with a run gives its exit code and exactly one sentence. */
@Tag("gate")
class FaultyRunTest {
  // One directory for all cases: each case writes only what the last one changed.
  @TempDir private static Path home;

  static Stream<SpoiltRun> cases() {
    return Stream.of(
            FaultyFiles.files(),
            FaultyFiles.contents(),
            FaultyPlans.plans(),
            FaultyPlans.fields(),
            FaultyPlans.strangers(),
            FaultyProofs.proofs(),
            FaultyProofs.configurations(),
            FaultyProofs.exhibits(),
            FaultyModels.files(),
            FaultyModels.outcomes(),
            FaultyModels.witnesses(),
            FaultyTrials.prices(),
            FaultyTrials.trials(),
            FaultyTrials.profiles(),
            FaultySweeps.cpython(),
            FaultySweeps.fields())
        .flatMap(List::stream);
  }

  @BeforeEach
  void removeWhatNoHealthyRunHas() throws IOException {
    Files.deleteIfExists(home.resolve("jmh.json"));
    Files.deleteIfExists(home.resolve("trials/zz.json"));
    Files.deleteIfExists(home.resolve("trials/other.json"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isToldInOneSentence(SpoiltRun each) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    each.bend().bend(fixture);
    fixture.write(home);
    each.spoil().spoil(home);

    Judged judged = Judged.at(home);

    assertThat(judged.exit()).isEqualTo(each.exit());
    assertThat(judged.reasons()).containsExactly(each.sentence());
    assertThat(judged.verdict()).isEqualTo(each.exit() == 2 ? "BROKEN" : "INCOMPLETE");
    assertThat(judged.out()).contains(each.sentence()).doesNotContain("Exception");
    assertThat(judged.err()).isEmpty();
    assertThat(judged.text("site/index.html"))
        .contains(each.exit() == 2 ? ">BROKEN</h1>" : ">INCOMPLETE</h1>");
  }

  @Test
  void truncatedPricesDoNotCostTheProofs() throws IOException {
    RunFixture.healthy().write(home);
    cut("jmh.json", 200).spoil(home);
    Judged judged = Judged.at(home);
    assertThat(judged.report().get("sentence").stringValue())
        .isEqualTo(
            "Proofs: 11 of 11 of the heart proven; 6 of 6 others proven. 3 of 3 races were seen,"
                + " 4 of 4 twins were caught. 5 of 5 models agree. 0 of 64 trials measured.");
    assertThat(judged.text("site/index.html")).contains("proven").contains("race seen");
  }

  @Test
  void brokenOutweighsIncomplete() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture.loseProof(PLAIN);
    outcome(fixture, ATOMIC, "C2", 1).put("count", 7);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(2);
    assertThat(judged.reasons()).hasSize(2).first().asString().contains("Atomic is broken");
    assertThat(judged.report().get("sentence").stringValue())
        .startsWith(
            "Proofs: 10 of 11 of the heart proven; 6 of 6 others proven, 1 is broken. 2 of 3 races"
                + " were seen,");
    assertThat(judged.text("junit.xml"))
        .contains("name=\"proofs\" tests=\"26\" failures=\"1\" errors=\"1\" skipped=\"2\"");
  }

  @Test
  void aMachineThatCannotProfileDoesNotFailTheRun() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    for (ObjectNode trial : fixture.trials.values()) {
      ObjectNode profile = trial.putObject("profile");
      profile.put("status", "UNAVAILABLE").put("why", "no async-profiler for this system");
    }
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.report().get("sentence").stringValue())
        .endsWith(
            "64 of 64 trials measured, without flame graphs, which this machine cannot record.");
    assertThat(judged.text("site/index.html"))
        .containsOnlyOnce("no async-profiler for this system");
    assertThat(judged.text("summary.md")).containsOnlyOnce("no async-profiler for this system");
  }

  @Test
  void anEmptyDirectoryIsToldOnce(@TempDir Path empty) throws IOException {
    Judged judged = Judged.at(empty);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons())
        .containsExactly(
            "run directory: the directory holds no run.json, planned.json or environment.json; run"
                + " mvn verify first or name another directory.");
  }
}
