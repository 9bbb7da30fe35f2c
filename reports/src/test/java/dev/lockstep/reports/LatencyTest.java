/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a run says of single operations, and that nobody takes them for means. */
@Tag("gate")
class LatencyTest {
  @TempDir private static Path home;
  private static Judged judged;
  private static Document page;

  @BeforeAll
  static void judge() throws IOException {
    judged = Judged.of(RunFixture.timed(), home);
    page = Jsoup.parse(judged.text("site/index.html"));
    page.select("script").remove();
  }

  @Test
  void aRunThatTimedSingleOperationsPasses() throws IOException {
    assertThat(judged.reasons()).isEmpty();
    assertThat(judged.exit()).isZero();
  }

  @Test
  void aPercentileIsTheGeometricMeanOfTheForksWithAnInterval() throws IOException {
    JsonNode p99 = judged.metric(LatencyFixture.SPIN, "p99");
    double middle = 2600 * StrictMath.cbrt(1.01 * 1.02);
    assertThat(p99.get("value").doubleValue()).isEqualTo(middle, within(1e-6));
    assertThat(p99.get("interval").get(0).doubleValue()).isBetween(2500.0, middle);
    assertThat(p99.get("interval").get(1).doubleValue()).isBetween(middle, 2700.0);
    assertThat(judged.metric(LatencyFixture.TRIP, "p50").get("value").doubleValue())
        .as("microseconds in nanoseconds")
        .isBetween(5_000.0, 5_100.0);
  }

  @Test
  void ofOneOperationInAThousandOnlyEnoughSamplesSpeak() throws IOException {
    assertThat(cells(LatencyFixture.MCS).get(3).attr("data-value")).isNotEmpty();
    Element cell = cells(LatencyFixture.TRIP).get(3);
    assertThat(cell.text()).isEqualTo("– fewer than 10,000 samples in a fork");
    assertThat(cell.hasAttr("data-value")).isFalse();
  }

  @Test
  void whereTheClockIsAGoodPartOfThePercentileThePageSaysSo() throws IOException {
    assertThat(cells(LatencyFixture.MCS).get(1).text()).containsPattern("near the clock's 25.0.ns");
    assertThat(cells(LatencyFixture.SPIN).get(1).text()).doesNotContain("clock");
  }

  @Test
  void tellsWhichThreadsStarve() throws IOException {
    assertThat(judged.metric(LatencyFixture.SPIN, "fairness").get("value").doubleValue())
        .isEqualTo(0.2, within(1e-12));
    assertThat(judged.metric(LatencyFixture.TRIP, "fairness")).isNull();
    assertThat(cells(LatencyFixture.SPIN).get(5).text()).isEqualTo("20.0 %");
    assertThat(judged.found("latency", "fairness"))
        .isEqualTo(
            "Where the thread with the fewest operations had less than half of what the one with"
                + " the most had: SPIN_LOCK, LockCost.lockAndUnlock, 2 threads 20.0 %"
                + " [20.0 %, 20.0 %].");
  }

  @Test
  void whoCannotKeepTheRateSaysSo() throws IOException {
    assertThat(judged.found("latency", "rate"))
        .startsWith(
            "Who does not keep the rate at which requests arrive: WORK_STEALING at 8,000/s 37.5 %")
        .doesNotContain("FIXED");
    assertThat(cells(LatencyFixture.LATE).get(0).text()).startsWith("8,000/s 2 workers");
    assertThat(cells(LatencyFixture.LATE).get(1).text()).startsWith("3,000/s");
    assertThat(judged.text("summary.md")).contains("## Latency", "8,000/s 37.5 %");
  }

  /** The same benchmark, parameters and threads have a mean beside them. */
  @Test
  void aSampleIsNeverTakenForTheMeanOfItsConstruct() throws IOException {
    Document without = Jsoup.parse(plain().text("site/index.html"));
    assertThat(page.select("#ledger-counter table").outerHtml())
        .isEqualTo(without.select("#ledger-counter table").outerHtml());
    JsonNode trips = judged.report().get("executors").get("kinds");
    for (JsonNode kind : trips) {
      for (JsonNode trip : kind.get("roundTrips")) {
        assertThat(trip.get("trial").stringValue()).doesNotContain("sample");
      }
    }
    assertThat(judged.report().get("resolution")).isEqualTo(plain().report().get("resolution"));
    assertThat(judged.text("summary.md")).doesNotContain("mode=sample |", "OpenLoop.pool-kind");
    JsonNode price = judged.find("prices", "trial", LatencyFixture.TRIP);
    assertThat(price.get("mode").stringValue()).isEqualTo("sample");
    assertThat(price.get("notes").get(0).stringValue()).contains("the mean of samples");
  }

  private static Judged plain() throws IOException {
    return Judged.of(RunFixture.healthy(), home.resolve("plain"));
  }

  @Test
  void theirFlameGraphsAreLinked() {
    assertThat(page.select("#latency table a.flame").eachAttr("href"))
        .hasSize(6)
        .allMatch(link -> link.startsWith("../flames/"));
  }

  @Test
  void aForkWithoutPercentilesLeavesTheRunIncomplete(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.timed();
    fork(fixture).remove("latency");
    Judged lacking = Judged.of(fixture, other);
    assertThat(lacking.exit()).isEqualTo(3);
    assertThat(lacking.reasons())
        .containsExactly(
            "trials: 1 trial without the percentiles of a fork ("
                + LatencyFixture.MCS
                + "); run the plan again.");
  }

  @Test
  void percentilesThatFallAreDamaged(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.timed();
    ((ObjectNode) fork(fixture).get("latency")).put("p99", 1);
    Judged damaged = Judged.of(fixture, other);
    assertThat(damaged.exit()).isEqualTo(3);
    assertThat(damaged.reasons().get(0)).contains("the percentiles of a fork do not ascend");
  }

  @Test
  void eventsOfTheProcessorStandWithThePrice(@TempDir Path other) throws IOException {
    String mean = "CounterCost.increment-kind=ATOMIC-threads=2";
    RunFixture fixture = RunFixture.timed();
    ObjectNode events = fixture.trials.get(mean).putObject("hardware").putObject("perOp");
    events.put("cycles", 52.0).put("instructions", 11.0);
    fixture.trials.get(mean).withObject("hardware").putNull("why");
    Judged counted = Judged.of(fixture, other);
    assertThat(counted.exit()).isZero();
    assertThat(counted.find("prices", "trial", mean).get("hardware").get("cycles").doubleValue())
        .isEqualTo(52);
    String page = Jsoup.parse(counted.text("site/trial/" + mean + ".html")).text();
    assertThat(page).contains("cycles per operation 52", "instructions per operation 11");
  }

  @Test
  void thatThereAreNoCountersIsToldOnce(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.timed();
    fixture.leaveOut("TRIAL", "hardware counters", null, "No supported events");
    Judged lacking = Judged.of(fixture, other);
    assertThat(lacking.exit()).isZero();
    assertThat(Jsoup.parse(lacking.text("site/index.html")).select(".attention").text())
        .contains("1 trial not run here (No supported events): hardware counters");
  }

  @Test
  void explainTellsThePercentiles() {
    Judged told = Judged.command("explain", "--run-dir=" + home, LatencyFixture.TRIP);
    assertThat(told.out())
        .contains("Measured by " + LatencyFixture.TRIP, "p50 5.05\u00a0µs [", "p99 50.5\u00a0µs [");
  }

  private static ObjectNode fork(RunFixture fixture) {
    return (ObjectNode) fixture.trials.get(LatencyFixture.MCS).get("forks").get(0);
  }

  /** The cells of figures in the row of a trial. */
  private static List<Element> cells(String trial) {
    String path = trial.replace("=", "%3D");
    return page.select("#latency tr:has(a[href*='%s'])".formatted(path)).first().select("td.num");
  }
}
