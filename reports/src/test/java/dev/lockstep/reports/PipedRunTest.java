/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is derived of pipelines, fan-out and units, with figures that were worked out by hand. */
@Tag("gate")
class PipedRunTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  // Fork f measures (1 + f/100) times the model, so that the score is 1.01 times it.
  private static final double MEAN_FORK = 1.01;

  static final String CLOSABLE =
      "PipelineThroughput.run-queue=CLOSABLE-layout=1_1_1-capacity=UNBOUNDED-latencyMicros=0_0_0-thread=PLATFORM";

  @TempDir private static Path home;
  private static Judged judged;

  @BeforeAll
  static void judge() throws IOException {
    judged = Judged.of(RunFixture.piped(), home);
  }

  @Test
  void passes() throws IOException {
    assertThat(judged.reasons()).isEmpty();
    assertThat(judged.exit()).isZero();
  }

  @Test
  void turnsTimePerItemIntoItemsPerSecond() throws IOException {
    JsonNode rate = judged.cell("queues", 0, CLOSABLE).get("amount");
    assertThat(rate.get("value").doubleValue()).isEqualTo(1e6 / (0.5 * MEAN_FORK), within(1e-6));
    JsonNode times = judged.metric(CLOSABLE, "time").get("interval");
    assertThat(rate.get("interval").get(0).doubleValue())
        .isEqualTo(1e9 / times.get(1).doubleValue(), within(1e-3));
    assertThat(rate.get("interval").get(1).doubleValue())
        .isEqualTo(1e9 / times.get(0).doubleValue(), within(1e-3));
    assertThat(judged.metric(CLOSABLE, "cpu").get("value").doubleValue())
        .isEqualTo(750, within(1e-9));
    assertThat(judged.metric(CLOSABLE, "bytes").get("value").doubleValue())
        .isEqualTo(96, within(1e-9));
  }

  @Test
  void setsAQueueBesideTheLineByHandAndCpython() throws IOException {
    JsonNode takes = row(judged, CLOSABLE);
    assertThat(value(takes, 0)).isEqualTo(0.98, within(1e-9));
    assertThat(value(takes, 1)).isBetween(39.0, 40.0);
    assertThat(takes.get(1).get("amount").get("interval").isNull()).isFalse();
    assertThat(value(row(judged, CLOSABLE.replace("CLOSABLE", "POLLING")), 1)).isBetween(4.9, 5.0);
    assertThat(row(judged, CLOSABLE.replace("UNBOUNDED", "256")).get(0).get("amount").isNull())
        .isTrue();
  }

  @Test
  void countsPerRunOfAThousandItems() throws IOException {
    JsonNode closable = row(judged, CLOSABLE);
    assertThat(value(closable, 4)).isEqualTo(3000);
    assertThat(value(closable, 6)).isEqualTo(900);
    assertThat(value(closable, 7)).isEqualTo(40_000, EXACTLY);
    assertThat(value(row(judged, CLOSABLE.replace("CLOSABLE", "POLLING")), 5)).isEqualTo(400);
  }

  @Test
  void boundsALineByItsSlowestStage() throws IOException {
    String waiting = CLOSABLE.replace("UNBOUNDED", "16").replace("0_0_0", "1000_1000_1000");
    assertThat(judged.cell("queues", 4, waiting).get("notes").toString())
        .contains("98.0 % of bound");
    assertThat(
            judged.cell("queues", 4, waiting.replace("1_1_1-", "3_4_5-")).get("notes").toString())
        .contains("% of bound");
    assertThat(judged.cell("queues", 0, CLOSABLE).get("notes").isEmpty()).isTrue();
  }

  @Test
  void tellsTheFourProblemsAsFigures() throws IOException {
    JsonNode polling = row(judged, 2, "HandMade.run-queue=POLLING");
    assertThat(value(polling, 0)).isEqualTo(412);
    assertThat(value(polling, 1)).isEqualTo(5_300 / 500e3, EXACTLY);
    assertThat(value(polling, 2)).isEqualTo(61_000_000);
    assertThat(value(polling, 3)).isEqualTo(3);
    assertThat(value(polling, 4)).isEqualTo(999);
    assertThat(value(row(judged, 2, "HandMade.run-queue=CLOSABLE"), 3)).isZero();
  }

  @Test
  void answersWhichQueueToChoose() throws IOException {
    assertThat(judged.found("queues", "fastest"))
        .startsWith("Fastest queue: DISRUPTOR with a bound of 256 (9,900,990/s [9,789,222/s, ")
        .contains("; more than one of these: ");
    assertThat(judged.found("queues", "least-cpu"))
        .startsWith("Least CPU time per item: DISRUPTOR with a bound of 256 (150\u00a0ns");
    assertThat(judged.found("queues", "idle"))
        .contains("CLOSABLE (< 0.1 %", "more than one of these: POLLING ");
    assertThat(judged.found("queues", "bound-of-one"))
        .contains("CLOSABLE 5.00 [", "] times that with 16", "CLOSABLE 10.0 [");
    assertThat(judged.found("queues", "more-workers"))
        .contains("latency 1000/1000/1000 µs, 2.89 [", "latency 0/0/0 µs, 0.625 [");
    assertThat(judged.found("queues", "growth"))
        .contains("unbounded CLOSABLE 56.3 [", "] times CLOSABLE with a bound of 16");
  }

  @Test
  void recommendsNothingThatLosesItems(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.piped();
    for (JsonNode construct : fixture.list("constructs")) {
      if (construct.get("id").stringValue().equals("queue:DISRUPTOR")) {
        ((ObjectNode) construct).put("guarantee", "RACY");
      }
    }
    assertThat(Judged.of(fixture, other).found("queues", "fastest"))
        .startsWith("Fastest queue: MPMC_ARRAY")
        .doesNotContain("DISRUPTOR");
  }

  @Test
  void doesNotRankWhatItCannotTellApart(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.piped();
    scale(fixture, CLOSABLE.replace("CLOSABLE", "MPMC_ARRAY").replace("UNBOUNDED", "256"), 0.501);
    assertThat(Judged.of(fixture, other).found("queues", "fastest"))
        .contains("MPMC_ARRAY with a bound of 256 (", "DISRUPTOR with a bound of 256 (")
        .contains(", not told apart; ");
  }

  @Test
  void saysWhatThisPlanDidNotMeasure(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.piped();
    for (String queue : new String[] {"POLLING", "CLOSABLE"}) {
      forget(fixture, "HandMade.run-queue=" + queue);
    }
    Judged less = Judged.of(fixture, other);
    assertThat(less.found("queues", "idle")).isEmpty();
    assertThat(less.text("site/index.html"))
        .contains("Not measured in this plan:</b> Least CPU while idle");
    assertThat(less.exit()).isZero();
  }

  @Test
  void holdsFanOutAgainstItsLatencies() throws IOException {
    assertThat(judged.cell("fanout", 0, fan("VIRTUAL", 10_000, 0)).get("notes").toString())
        .contains("1.21×");
    assertThat(judged.cell("fanout", 0, fan("FIXED", 1000, 100)).get("notes").toString())
        .contains("1.02×");
    assertThat(judged.found("fanout", "crossover"))
        .contains("VIRTUAL against FIXED of 100 workers from 1,000 on, ")
        .contains("VIRTUAL against THREAD_PER_TASK from 100 on, ")
        .contains("VIRTUAL against SERIAL from 4,096 on, ");
    assertThat(judged.found("fanout", "many-tasks"))
        .contains("Fastest for most tasks that wait, 10,000 tasks of SLEEP 100 ms: VIRTUAL (")
        .contains("more than one of these: THREAD_PER_TASK ");
  }

  @Test
  void tellsWhatAUnitCosts() throws IOException {
    assertThat(judged.found("units", "start"))
        .contains("PLATFORM 15.0 [14.", "] times POOLED", "JVM 10.0 [9.", "] times PROCESS");
    JsonNode handoff =
        judged.cell("units", 1, "Handoff.roundTrip-kind=PARK-depth=10-thread=VIRTUAL");
    assertThat(handoff.get("amount").get("value").doubleValue())
        .isEqualTo(15_000 * MEAN_FORK, within(1e-6));
    assertThat(handoff.get("notes").toString()).contains("758\u00a0ns a hop", "20.0 switches");
    JsonNode footprint =
        judged.cell("units", 2, "Footprint.park-kind=PLATFORM-count=1000-stackKilobytes=0");
    assertThat(footprint.get("amount").get("value").doubleValue()).isEqualTo(1_060_864, EXACTLY);
  }

  @Test
  void aRunWithoutThemIsJudgedAsBefore(@TempDir Path other) throws IOException {
    Judged old = Judged.of(RunFixture.healthy(), other);
    assertThat(old.exit()).isZero();
    assertThat(old.report().get("sections").size()).isZero();
    assertThat(old.text("site/index.html"))
        .containsOnlyOnce(
            "Not measured in this run: queues and pipelines, fan-out, what a unit of concurrency"
                + " costs.");
  }

  @Test
  void sumsUpForCi() throws IOException {
    assertThat(judged.text("summary.md"))
        .contains("## Choose a queue", "## Fan out", "## What a unit costs")
        .contains("Fastest queue: DISRUPTOR");
  }

  @Test
  void writesTheSameBytesAgainInAnyLocale(@TempDir Path other) throws IOException {
    Locale before = Locale.getDefault();
    Judged again;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      again = Judged.of(RunFixture.piped(), other);
    } finally {
      Locale.setDefault(before);
    }
    for (String file : new String[] {"report.json", "summary.md", "site/index.html"}) {
      assertThat(again.text(file)).as(file).isEqualTo(judged.text(file));
    }
  }

  static String fan(String kind, int tasks, int workers) {
    return "FanOut.run-kind=%s-tasks=%s-io=SLEEP-ioMillis=100-cpuTokens=0-lock=NONE-workers=%s-work=REQUEST"
        .formatted(kind, tasks, workers);
  }

  /** Makes a trial take so many times as long. */
  static void scale(RunFixture fixture, String id, double factor) {
    ObjectNode metric = (ObjectNode) fixture.price(id).get("primaryMetric");
    metric.put("score", metric.get("score").doubleValue() * factor);
    for (JsonNode row : metric.get("rawData")) {
      for (int i = 0; i < row.size(); i++) {
        ((ArrayNode) row).set(i, row.get(i).doubleValue() * factor);
      }
    }
  }

  /** Takes a trial out of plan and results. */
  static void forget(RunFixture fixture, String id) {
    fixture.lose(id);
    fixture.list("trials").remove(fixture.index("trials", "id", id));
  }

  /** The cells of what an item takes. */
  private static JsonNode row(Judged judged, String trial) throws IOException {
    return row(judged, 1, trial);
  }

  private static JsonNode row(Judged judged, int table, String trial) throws IOException {
    for (JsonNode row : judged.section("queues").get("tables").get(table).get("rows")) {
      if (row.get("cells").findValuesAsString("trial").contains(trial)) {
        return row.get("cells");
      }
    }
    throw new IllegalArgumentException(trial);
  }

  private static double value(JsonNode cells, int column) {
    return cells.get(column).get("amount").get("value").doubleValue();
  }
}
