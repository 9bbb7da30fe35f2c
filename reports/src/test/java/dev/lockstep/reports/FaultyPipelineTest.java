/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each thing that can be wrong with queues, fan-out and units gives its code and one sentence. */
@Tag("gate")
class FaultyPipelineTest {
  // One directory for all cases: each case writes only what the last one changed.
  @TempDir private static Path home;

  @TempDir private static Path spare;

  static Stream<SpoiltRun> cases() {
    return Stream.of(FaultyPipelines.counts(), FaultyPipelines.cpython()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isToldInOneSentence(SpoiltRun each) throws IOException {
    RunFixture fixture = RunFixture.piped();
    each.bend().bend(fixture);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.reasons()).containsExactly(each.sentence());
    assertThat(judged.exit()).isEqualTo(each.exit());
    assertThat(judged.out()).doesNotContain("Exception");
    assertThat(judged.err()).isEmpty();
    Document page = Jsoup.parse(judged.text("site/index.html"));
    assertThat(page.select("#queues, #fanout, #units")).hasSize(3);
    assertThat(page.select("#queues, #fanout, #units, #claims").text()).doesNotContain("NaN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PipedRunTest.CLOSABLE,
        FaultyPipelines.HAND_MADE,
        FaultyPipelines.FOOTPRINT,
        "SpawnCost.spawn-kind=VIRTUAL",
        "Handoff.roundTrip-kind=PIPE-depth=1-thread=NONE"
      })
  void aPlannedTrialThatIsMissingLeavesTheRunIncomplete(String id) throws IOException {
    RunFixture fixture = RunFixture.piped();
    fixture.write(spare);
    fixture.lose(id);
    Files.delete(spare.resolve("trials/" + id + ".json"));
    Judged judged = Judged.of(fixture, spare);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons()).isNotEmpty().allMatch(reason -> reason.contains(id));
  }

  @Test
  void aTrialThatFailedHasNoFigure() throws IOException {
    RunFixture fixture = RunFixture.piped();
    fixture
        .trials
        .get(PipedRunTest.CLOSABLE)
        .put("status", "FAILED")
        .putNull("profile")
        .putObject("failure")
        .put("kind", "WRONG_RESULT")
        .put("message", "item 7 came twice");
    FaultyPipelines.set(fixture, PipedRunTest.CLOSABLE, "items", 0);
    Judged judged = Judged.of(fixture, spare);
    assertThat(judged.exit()).isEqualTo(2);
    assertThat(judged.reasons())
        .containsExactly(PipedRunTest.CLOSABLE + " gave a wrong result: item 7 came twice.");
    assertThat(judged.report().get("observations").findValuesAsString("trial"))
        .doesNotContain(PipedRunTest.CLOSABLE);
  }

  @Test
  void anOldFileOfCpythonHasNoPipelines() throws IOException {
    RunFixture fixture = RunFixture.piped();
    fixture.cpython.remove("pipelines");
    Judged judged = Judged.of(fixture, spare);
    assertThat(judged.exit()).isZero();
    for (JsonNode row : judged.section("queues").get("tables").get(1).get("rows")) {
      assertThat(row.get("cells").get(1).get("amount").isNull()).as("over CPython").isTrue();
    }
  }

  @Test
  void parametersThatAreNoNumbersBoundNothing() throws IOException {
    RunFixture fixture = RunFixture.piped();
    for (String[] bent :
        new String[][] {
          {PipedRunTest.CLOSABLE, "layout", "many"},
          {PipedRunTest.CLOSABLE.replace("CLOSABLE", "JOINABLE"), "latencyMicros", "1/x/3"},
          {PipedRunTest.CLOSABLE.replace("CLOSABLE", "CONDITION"), "capacity", "99999999999"},
          {PipedRunTest.fan("VIRTUAL", 10_000, 0), "tasks", "1e4"},
          {PipedRunTest.fan("FIXED", 1000, 100), "workers", "some"}
        }) {
      fixture.trial(bent[0]).withObject("params").put(bent[1], bent[2]);
      fixture.price(bent[0]).withObject("params").put(bent[1], bent[2]);
    }
    Judged judged = Judged.of(fixture, spare);
    assertThat(judged.err()).isEmpty();
    assertThat(judged.exit()).isZero();
    assertThat(judged.text("site/index.html")).doesNotContain("NaN", "Infinity");
  }

  @Test
  void aShotThatTookNoTimeIsNoFigure() throws IOException {
    RunFixture fixture = RunFixture.piped();
    PipedRunTest.scale(fixture, PipedRunTest.CLOSABLE, 0);
    PipedRunTest.scale(fixture, "SpawnCost.spawn-kind=CALL", 0);
    Judged judged = Judged.of(fixture, spare);
    assertThat(judged.err()).isEmpty();
    assertThat(judged.exit()).isZero();
    assertThat(judged.text("site/index.html")).doesNotContain("NaN", "Infinity");
    assertThat(judged.text("report.json")).doesNotContain("NaN", "Infinity");
  }
}
