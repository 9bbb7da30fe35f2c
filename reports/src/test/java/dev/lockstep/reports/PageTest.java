/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page opens from a file, without network, and says what it says without scripts. */
class PageTest {
  @TempDir private Path home;
  private Document page;

  @BeforeEach
  void render() throws IOException {
    page = Jsoup.parse(Judged.of(RunFixture.healthy(), home).text("site/index.html"));
  }

  @Test
  void needsNoNetwork() throws IOException {
    for (Element each : page.select("[src], [href]")) {
      String target = each.hasAttr("src") ? each.attr("src") : each.attr("href");
      assertThat(target).doesNotContainPattern("^(https?:)?//");
    }
    assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    assertThat(Files.size(home.resolve("site/echarts.min.js"))).isGreaterThan(100_000);
    assertThat(Files.size(home.resolve("site/index.html"))).isLessThan(100_000);
  }

  @Test
  void linksOnlyWhatIsThere() {
    for (Element link : page.select("a[href]")) {
      String href = link.attr("href");
      if (href.startsWith("#")) {
        assertThat(page.getElementById(href.substring(1))).as(href).isNotNull();
      } else {
        URI target = home.resolve("site/index.html").toUri().resolve(href);
        boolean harness = href.equals("../jmh.json") || href.equals("../jcstress.json");
        assertThat(Path.of(target)).as(href).exists();
        assertThat(harness || link.hasText() || link.hasAttr("aria-label")).isTrue();
      }
    }
    assertThat(page.select("a[href^=../flames/]")).hasSizeGreaterThanOrEqualTo(64);
  }

  @Test
  void saysEverythingWithoutScripts() {
    page.select("script").remove();
    assertThat(page.select("h1").text()).isEqualTo("PASS");
    assertThat(row("ATOMIC").text())
        .contains("proven", "0 of 240", "bound 1.3e-8", "twin caught", "16.3", "±0.4", "cpu 32.2");
    assertThat(row("VOLATILE").text()).contains("race seen", "24.3 %");
    assertThat(row("VOLATILE").select(".bar.wrong")).hasSize(1);
    assertThat(page.select("#sweep").text()).contains("1.79×", "[1.75, 1.83]", "makespan bound");
    assertThat(page.select("#race").text())
        .contains("12.6 %", "30 of 30", "463,118 of 500,000")
        .contains("none in 2.64");
    assertThat(page.select("#claims").text()).contains("249,414 of 500,000", "holds", "refuted");
    assertThat(page.select(".plot, .filter")).allMatch(each -> each.hasAttr("hidden"));
  }

  @Test
  void canBeReadByAScreenReader() {
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("th:not([scope])")).isEmpty();
    assertThat(page.select("input:not([aria-label])")).isEmpty();
    assertThat(page.select("[role=img]:not([aria-label])")).isEmpty();
    Elements ids = page.select("[id]");
    assertThat(ids.eachAttr("id")).doesNotHaveDuplicates();
    for (Element each : page.select("[aria-labelledby]")) {
      assertThat(page.getElementById(each.attr("aria-labelledby"))).isNotNull();
    }
  }

  @Test
  void givesTheChartsTheSamePoints() {
    JsonNode charts = RunFixture.MAPPER.readTree(page.getElementById("charts").data());
    assertThat(charts.get("cores").intValue()).isEqualTo(2);
    assertThat(charts.get("charts").size()).isEqualTo(2);
    JsonNode chart = charts.get("charts").get(0);
    List<String> kinds = chart.get("lines").findValuesAsString("kind");
    assertThat(kinds)
        .containsExactly("THREAD_PER_TASK", "FIXED", "WORK_STEALING", "FORK_JOIN_SPLIT", "VIRTUAL");
    assertThat(chart.get("lines").get(0).get("mark").doubleValue()).isBetween(1.71, 1.73);
    assertThat(chart.get("bound").toString()).isEqualTo("[[1.0,1.0],[2.0,1.868],[4.0,2.0]]");
  }

  @Test
  void encodesPathsInLinks(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    String odd = "flames/a b#c?d%\"é/cpu.html";
    String trial = "CounterCost.increment-kind=ATOMIC-threads=2";
    ((tools.jackson.databind.node.ObjectNode) fixture.trials.get(trial).get("profile"))
        .put("html", odd);
    fixture.flames.put(odd, "x");
    Judged judged = Judged.of(fixture, other);
    assertThat(judged.exit()).isZero();
    assertThat(judged.text("site/index.html"))
        .contains("href=\"../flames/a%20b%23c%3Fd%25%22%C3%A9/cpu.html\"");
  }

  private Element row(String name) {
    return page.select("#ledger tr:has(code:containsOwn(" + name + "))").first();
  }
}
