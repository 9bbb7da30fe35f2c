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
    JsonNode row = row(CLOSABLE);
    assertThat(row.get("rate").get("value").doubleValue())
        .isEqualTo(1e6 / (0.5 * MEAN_FORK), EXACTLY);
    JsonNode times = row.get("time").get("interval");
    JsonNode rates = row.get("rate").get("interval");
    assertThat(rates.get(0).doubleValue())
        .isEqualTo(1e6 / times.get(1).doubleValue(), within(1e-3));
    assertThat(rates.get(1).doubleValue())
        .isEqualTo(1e6 / times.get(0).doubleValue(), within(1e-3));
    assertThat(row.get("cpuNanos").doubleValue()).isEqualTo(750, EXACTLY);
    assertThat(row.get("bytes").doubleValue()).isEqualTo(96, EXACTLY);
  }

  @Test
  void setsAQueueBesideTheLineByHandAndCpython() throws IOException {
    JsonNode row = row(CLOSABLE);
    assertThat(row.get("direct").get("trial").stringValue())
        .isEqualTo(
            "LineThroughput.run-kind=DIRECT-layout=1_1_1-capacity=UNBOUNDED-latencyMicros=0_0_0");
    assertThat(row.get("direct").get("ratio").get("value").doubleValue()).isEqualTo(0.98, EXACTLY);
    assertThat(row.get("overCpython").doubleValue()).isEqualTo(0.02 / 0.505e-3, within(1e-6));
    JsonNode polling = row(CLOSABLE.replace("CLOSABLE", "POLLING"));
    assertThat(polling.get("overCpython").doubleValue()).isEqualTo(0.06 / 12.12e-3, within(1e-6));
    JsonNode bounded = row(CLOSABLE.replace("UNBOUNDED", "256"));
    assertThat(bounded.get("direct").isNull()).isTrue();
  }

  @Test
  void countsPerRunOfAThousandItems() throws IOException {
    JsonNode counts = row(CLOSABLE).get("counts");
    assertThat(counts.get("runs").doubleValue()).isEqualTo(60);
    assertThat(counts.get("items").doubleValue()).isEqualTo(1000);
    assertThat(counts.get("takes").doubleValue()).isEqualTo(3000);
    assertThat(counts.get("lagMicros").doubleValue()).isEqualTo(40, EXACTLY);
    assertThat(counts.get("maxDepth").doubleValue()).isEqualTo(900);
    JsonNode line =
        row("LineThroughput.run-kind=DIRECT-layout=1_1_1-capacity=16-latencyMicros=0_0_0");
    assertThat(line.get("counts").get("items").isNull()).isTrue();
    assertThat(line.get("counts").get("maxDepth").isNull()).isTrue();
    assertThat(line.get("counts").get("lagMicros").doubleValue()).isEqualTo(30, EXACTLY);
    JsonNode polling = row(CLOSABLE.replace("CLOSABLE", "POLLING")).get("counts");
    assertThat(polling.get("polls").doubleValue()).isEqualTo(3400);
    assertThat(polling.get("emptyPolls").doubleValue()).isEqualTo(400);
  }

  @Test
  void boundsALineByItsSlowestStage() throws IOException {
    String waiting = CLOSABLE.replace("UNBOUNDED", "16").replace("0_0_0", "1000_1000_1000");
    JsonNode one = row(waiting).get("bound");
    assertThat(one.get("rate").doubleValue()).isEqualTo(1000);
    assertThat(one.get("share").doubleValue()).isEqualTo(1000 / (1010 * MEAN_FORK), EXACTLY);
    JsonNode many = row(waiting.replace("1_1_1-", "3_4_5-")).get("bound");
    assertThat(many.get("rate").doubleValue()).isEqualTo(3000);
    assertThat(row(CLOSABLE).get("bound").isNull()).isTrue();
    JsonNode serial =
        row("LineThroughput.run-kind=SERIAL-layout=3_4_5-capacity=16-latencyMicros=1000_1000_1000");
    assertThat(serial.get("bound").get("rate").doubleValue()).isEqualTo(1000 / 3.0, EXACTLY);
  }

  @Test
  void tellsTheFourProblemsAsFigures() throws IOException {
    JsonNode polling = judged.report().get("pipelines").get("handMade").get(0);
    assertThat(polling.get("kind").stringValue()).isEqualTo("POLLING");
    assertThat(polling.get("emptyPolls").doubleValue()).isEqualTo(412);
    assertThat(polling.get("idleCpu").doubleValue()).isEqualTo(5_300 / 500e3, EXACTLY);
    assertThat(polling.get("lagMicros").doubleValue()).isEqualTo(61_000);
    assertThat(polling.get("workersLeft").doubleValue()).isEqualTo(3);
    assertThat(polling.get("maxDepth").doubleValue()).isEqualTo(999);
    JsonNode closable = judged.report().get("pipelines").get("handMade").get(1);
    assertThat(closable.get("workersLeft").doubleValue()).isZero();
  }

  @Test
  void answersWhichQueueToChoose() throws IOException {
    assertThat(finding("pipelines", "fastest"))
        .isEqualTo(
            "Fastest queue: DISRUPTOR with a bound of 256 moves 9,900,990 items a second"
                + " [9,789,222, 10,014,689] through three stages of one worker that do nothing;"
                + " next is MPMC_ARRAY with a bound of 256 with 50.0 % of that.");
    assertThat(finding("pipelines", "least-cpu"))
        .startsWith("Least CPU time per item: DISRUPTOR with a bound of 256 with 0.150 µs");
    assertThat(finding("pipelines", "idle"))
        .isEqualTo(
            "Cheapest when idle: waiting workers of CLOSABLE take < 0.1 % of a core, those of"
                + " POLLING 1.1 %.");
    assertThat(finding("pipelines", "bound-of-one"))
        .contains("CLOSABLE 20.0 % of what it moves with 16, 10.0 % of what it moves with 256");
    assertThat(finding("pipelines", "more-workers"))
        .contains("moves 2.89 times as many items with 3/4/5", "moves 0.625 times as many");
    assertThat(finding("pipelines", "disruptor"))
        .contains(
            "line of its own unbounded DISRUPTOR moves 8 times",
            "the fastest queue that blocks",
            "LINKED_BLOCKING");
    assertThat(finding("pipelines", "growth"))
        .contains("up to 900 items wait in unbounded CLOSABLE, up to 16 in CLOSABLE with a bound");
  }

  @Test
  void recommendsNothingThatLosesItems(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.piped();
    for (JsonNode construct : fixture.list("constructs")) {
      if (construct.get("id").stringValue().equals("queue:DISRUPTOR")) {
        ((ObjectNode) construct).put("guarantee", "RACY");
      }
    }
    Judged racy = Judged.of(fixture, other);
    assertThat(finding(racy, "pipelines", "fastest")).startsWith("Fastest queue: MPMC_ARRAY");
  }

  @Test
  void doesNotRankWhatItCannotTellApart(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.piped();
    scale(fixture, CLOSABLE.replace("CLOSABLE", "MPMC_ARRAY").replace("UNBOUNDED", "256"), 0.501);
    assertThat(finding(Judged.of(fixture, other), "pipelines", "fastest"))
        .contains("; MPMC_ARRAY with a bound of 256 cannot be told apart from it; next is");
  }

  @Test
  void saysWhatThisPlanDidNotMeasure(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.piped();
    for (String queue : new String[] {"POLLING", "CLOSABLE"}) {
      forget(fixture, "HandMade.run-queue=" + queue);
    }
    Judged less = Judged.of(fixture, other);
    assertThat(finding(less, "pipelines", "idle"))
        .isEqualTo("Cheapest when idle: not measured in this plan.");
    assertThat(less.exit()).isZero();
  }

  @Test
  void holdsFanOutAgainstItsLatencies() throws IOException {
    JsonNode virtual = find("fanout", "rows", fan("VIRTUAL", 10_000, 0));
    assertThat(virtual.get("ideal").doubleValue()).isEqualTo(100);
    assertThat(virtual.get("overLatency").doubleValue()).isEqualTo(1.2 * MEAN_FORK, EXACTLY);
    JsonNode pool = find("fanout", "rows", fan("FIXED", 1000, 100));
    assertThat(pool.get("ideal").doubleValue()).isEqualTo(1000);
    assertThat(pool.get("overIdeal").doubleValue()).isEqualTo(1.01 * MEAN_FORK, EXACTLY);
    JsonNode serial = find("fanout", "rows", fan("SERIAL", 10, 0));
    assertThat(serial.get("ideal").doubleValue()).isEqualTo(1000);
    JsonNode cross = crossover("VIRTUAL", "FIXED, 100 workers");
    assertThat(cross.get("where").stringValue()).isEqualTo("AT");
    assertThat(cross.get("tasks").longValue()).isEqualTo(1000);
    assertThat(crossover("VIRTUAL", "THREAD_PER_TASK").get("where").stringValue()).isEqualTo("AT");
    assertThat(finding("fanout", "life")).contains("VIRTUAL pays from 4,096 cells on");
  }

  @Test
  void tellsWhatAUnitCosts() throws IOException {
    JsonNode units = judged.report().get("units");
    assertThat(finding("units", "start"))
        .contains("PLATFORM 15.0 times POOLED", "JVM 10.0 times PROCESS");
    JsonNode ratio = units.get("ratios").get(2).get("ratio");
    assertThat(ratio.get("value").doubleValue()).isEqualTo(15, EXACTLY);
    assertThat(ratio.get("interval").get(0).doubleValue()).isBetween(14.5, 15.0);
    JsonNode handoff =
        find("units", "handoffs", "Handoff.roundTrip-kind=PARK-depth=10-thread=VIRTUAL");
    assertThat(handoff.get("hopNanos").doubleValue()).isEqualTo(750 * MEAN_FORK, EXACTLY);
    assertThat(handoff.get("switches").doubleValue()).isEqualTo(20);
    JsonNode footprint =
        find("units", "footprints", "Footprint.park-kind=PLATFORM-count=1000-stackKilobytes=0");
    assertThat(footprint.get("reserved").doubleValue()).isEqualTo(1_060_864, EXACTLY);
    assertThat(footprint.get("rss").doubleValue()).isEqualTo(95_000, EXACTLY);
  }

  @Test
  void aRunWithoutThemIsJudgedAsBefore(@TempDir Path other) throws IOException {
    Judged old = Judged.of(RunFixture.healthy(), other);
    assertThat(old.exit()).isZero();
    for (String list : new String[] {"rows", "handMade", "findings"}) {
      assertThat(old.report().get("pipelines").get(list).size()).isZero();
    }
    assertThat(old.report().get("fanout").get("rows").size()).isZero();
    assertThat(old.report().get("units").get("findings").size()).isZero();
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

  private static JsonNode crossover(String kind, String other) throws IOException {
    for (JsonNode each : judged.report().get("fanout").get("crossovers")) {
      if (each.get("kind").stringValue().equals(kind)
          && each.get("other").stringValue().equals(other)) {
        return each;
      }
    }
    throw new IllegalArgumentException(kind + " against " + other);
  }

  private static JsonNode row(String trial) throws IOException {
    return find("pipelines", "rows", trial);
  }

  private static JsonNode find(String key, String list, String trial) throws IOException {
    for (JsonNode each : judged.report().get(key).get(list)) {
      if (each.get("trial").stringValue().equals(trial)) {
        return each;
      }
    }
    throw new IllegalArgumentException(trial);
  }

  private static String finding(String key, String id) throws IOException {
    return finding(judged, key, id);
  }

  private static String finding(Judged judged, String key, String id) throws IOException {
    for (JsonNode each : judged.report().get(key).get("findings")) {
      if (each.get("id").stringValue().equals(id)) {
        return each.get("sentence").stringValue();
      }
    }
    throw new IllegalArgumentException(id);
  }
}
