/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A trial whose forks fall into two paces has two figures and no interval that spans them. */
class TwoModesTest {

  @TempDir private Path home;

  private final RunFixture fixture = RunFixture.healthy();

  @BeforeEach
  void giveSixForks() {
    fixture.trial(TRIAL).put("forks", 6);
    ObjectNode price = fixture.price(TRIAL);
    price.put("forks", 6);
    ArrayNode forks = (ArrayNode) fixture.trials.get(TRIAL).get("forks");
    JsonNode fork = forks.get(0);
    for (int i = 4; i <= 6; i++) {
      forks.add(((ObjectNode) fork.deepCopy()).put("fork", i));
    }
    for (String counts : new String[] {"expected", "lost"}) {
      ArrayNode rows = (ArrayNode) price.get("secondaryMetrics").get(counts).get("rawData");
      rows.add(rows.get(0).deepCopy()).add(rows.get(0).deepCopy()).add(rows.get(0).deepCopy());
    }
  }

  private Judged judged(double... means) throws IOException {
    ArrayNode rows = (ArrayNode) fixture.price(TRIAL).get("primaryMetric").get("rawData");
    rows.removeAll();
    for (double mean : means) {
      rows.addArray().add(mean).add(mean).add(mean).add(mean).add(mean);
    }
    return Judged.of(fixture, home);
  }

  @Test
  void bothAreShownAndHowOften() throws IOException {
    Judged judged = judged(9.9, 35, 10.1, 35.2, 35.1, 35.3);
    assertThat(judged.exit()).isZero();
    JsonNode modes = judged.find("prices", "trial", TRIAL).get("modes");
    assertThat(modes.get(0).get("forks").intValue()).isEqualTo(2);
    assertThat(modes.get(1).get("forks").intValue()).isEqualTo(4);
    assertThat(judged.text("summary.md")).contains("10.0 in 2 forks, 35.1 in 4 forks");
    Element page = Jsoup.parse(judged.text("site/index.html"));
    assertThat(page.select("td:contains(10.0 or 35.1)").outerHtml()).doesNotContain("interval");
    assertThat(page.select("td:contains(10.0 or 35.1)").text())
        .contains("10.0 in 2 forks, 35.1 in 4 forks")
        .doesNotContain("[");
  }

  @Test
  void onePaceHasAnInterval() throws IOException {
    Judged judged = judged(34.9, 35, 35.1, 35.2, 35.1, 35.3);
    assertThat(judged.find("prices", "trial", TRIAL).get("modes").isEmpty()).isTrue();
    assertThat(judged.text("summary.md")).doesNotContain("in 2 forks");
  }
}
