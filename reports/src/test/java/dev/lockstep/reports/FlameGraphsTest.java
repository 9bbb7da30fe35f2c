/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said of flame graphs, beside the figures and of the run. */
@Tag("gate")
class FlameGraphsTest {
  private static final String COMPILER = "more than 10 % samples of the JIT compiler";

  @TempDir private Path home;
  private final RunFixture fixture = RunFixture.swept(2);

  @Test
  void aGraphOfTheCompilerSaysSoAndIsCounted() throws IOException {
    cpu(TRIAL).put("compilerShare", 0.5);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.report().get("notes").toString())
        .contains("1 flame graph holds " + COMPILER)
        .contains(TRIAL);
    Elements links = links(judged, "cpu");
    assertThat(links.text()).contains("JIT 50 %");
    assertThat(links.attr("aria-label")).endsWith(", 50.0 % of it the JIT compiler");
  }

  @Test
  void aTenthIsNoWarmUpThatWasTooShort() throws IOException {
    cpu(TRIAL).put("compilerShare", 0.1);
    assertThat(Judged.of(fixture, home).report().get("notes").toString()).doesNotContain(COMPILER);
  }

  @Test
  void aGraphOfFewSamplesSaysSo() throws IOException {
    cpu(TRIAL).put("samples", 99);
    assertThat(links(Judged.of(fixture, home), "cpu").attr("aria-label"))
        .endsWith(", no more than 99 samples");
  }

  @Test
  void ofAColdStartTheCompilerIsTheAnswer() throws IOException {
    int cold = 0;
    for (String id : fixture.trials.keySet()) {
      if ("COLD".equals(fixture.trial(id).path("role").asString())) {
        cpu(id).put("compilerShare", 0.5);
        cold++;
      }
    }
    assertThat(cold).isPositive();
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.report().get("notes").toString()).doesNotContain(COMPILER);
    assertThat(judged.text("site/index.html")).doesNotContain("JIT 50 %");
  }

  @Test
  void otherGraphsStandBesideTheFirst() throws IOException {
    ArrayNode flames = (ArrayNode) fixture.trial(TRIAL).get("flames");
    flames.add("wall").add("alloc");
    String wall = cpu(TRIAL).get("html").stringValue().replace("cpu", "wall");
    graphs(TRIAL)
        .add(
            cpu(TRIAL)
                .deepCopy()
                .put("event", "wall")
                .put("html", wall)
                .put("blindToVirtual", true))
        .add(cpu(TRIAL).deepCopy().put("event", "alloc").put("samples", 0).putNull("html"));
    fixture.texts.put(wall, "x");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(links(judged, "cpu")).isNotEmpty();
    assertThat(links(judged, "wall").text()).isEqualTo("wall");
    assertThat(links(judged, "wall").attr("aria-label"))
        .endsWith("it sees virtual threads only while they are mounted");
    assertThat(links(judged, "alloc")).isEmpty();
  }

  @Test
  void whatSleepsAllTheTimeMayMeetNoSampleOfCpuTime() throws IOException {
    ((ArrayNode) fixture.trial(TRIAL).get("flames")).add("wall");
    String wall = cpu(TRIAL).get("html").stringValue().replace("cpu", "wall");
    graphs(TRIAL).add(cpu(TRIAL).deepCopy().put("event", "wall").put("html", wall));
    fixture.texts.put(wall, "x");
    cpu(TRIAL).put("samples", 0).putNull("html");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.find("prices", "trial", TRIAL).get("flame").stringValue()).isEqualTo(wall);
    ((ObjectNode) graphs(TRIAL).get(1)).put("samples", 0).putNull("html");
    assertThat(Judged.of(fixture, home).exit()).isEqualTo(3);
  }

  private ArrayNode graphs(String trial) {
    return (ArrayNode) fixture.trials.get(trial).get("profile").get("graphs");
  }

  private ObjectNode cpu(String trial) {
    return (ObjectNode) graphs(trial).get(0);
  }

  private static Elements links(Judged judged, String event) throws IOException {
    Elements links = Jsoup.parse(judged.text("site/index.html")).select("a.flame");
    links.removeIf(
        link ->
            !URLDecoder.decode(link.attr("href"), UTF_8).endsWith(TRIAL + "/" + event + ".html"));
    return links;
  }
}
