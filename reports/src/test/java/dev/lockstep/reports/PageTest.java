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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page opens from a file, without network, and says what it says without scripts. */
@Tag("gate")
class PageTest {
  @TempDir private Path home;
  private Document page;

  /** With those of the proofs and of the models. */
  private Document pages;

  @BeforeEach
  void render() throws IOException {
    Judged judged = Judged.of(RunFixture.healthy(), home);
    page = Jsoup.parse(judged.text("site/index.html"));
    pages = Jsoup.parse(judged.pages());
  }

  @Test
  void needsNoNetwork() throws IOException {
    for (Element each : page.select("[src], [href]")) {
      String target = each.hasAttr("src") ? each.attr("src") : each.attr("href");
      assertThat(target).doesNotContainPattern("^(https?:)?//");
    }
    assertThat(Files.readString(home.resolve("site/page.css"))).doesNotContain("url(", "@import");
    assertThat(Files.size(home.resolve("site/echarts.min.js"))).isGreaterThan(100_000);
    assertThat(Files.size(home.resolve("site/index.html"))).isLessThan(160_000);
  }

  @Test
  void linksOnlyWhatIsThere() throws IOException {
    for (Element link : pages.select("a[href]")) {
      String href = link.attr("href");
      int anchor = href.indexOf('#');
      if (anchor >= 0) {
        Document target = Jsoup.parse(home.resolve("site").resolve(href.substring(0, anchor)));
        assertThat(target.getElementById(href.substring(anchor + 1))).as(href).isNotNull();
      } else {
        URI target = home.resolve("site/index.html").toUri().resolve(href);
        boolean harness = href.matches("\\.\\./(jmh|jcstress|models)\\.json");
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
        .contains("proven", "0 of 360", "power 36", "16.3", "[16.1, 16.5]", "cpu 32.2");
    assertThat(row("VOLATILE").text()).contains("race seen", "24.3 %");
    assertThat(row("VOLATILE").select(".bar.wrong")).hasSize(1);
    assertThat(page.select("#sweep").text()).contains("1.79×", "[1.76, 1.82]", "makespan bound");
    assertThat(page.select("#race").text())
        .contains("12.6 %", "30 of 30", "463,118 of 500,000")
        .contains("none in 3.96");
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
  void tellsHowOftenEachTwinWasCaught() {
    Element twins = pages.getElementById("twins");
    assertThat(twins.select(".sensitivity b").text()).isEqualTo("Mutants caught / tried: 1 / 1");
    assertThat(twins.select(".sensitivity").text()).contains("carries no verdict");
    assertThat(twins.select(".missed")).isEmpty();
    Element bug = twins.select("details tr:contains(AtomicGetThenSet)").first();
    assertThat(bug.select("th").text()).isEqualTo("counter:ATOMICAtomicGetThenSet");
    assertThat(bug.select("td").eachText())
        .containsExactly(
            "get and set instead of one increment",
            "found LockedCounter.AtomicGetThenSet",
            "found",
            "not asked");
    Element mutant = twins.select("section > .scroll tr:contains(AtomicGetThenSet)").first();
    assertThat(mutant.select("th").text()).endsWith("mutant of counter:ATOMIC");
    assertThat(mutant.select("td").eachText())
        .containsExactly(
            "mutant",
            "get and set instead of one increment",
            "caught 1: 1 in 10",
            "6",
            "30 M",
            "0");
  }

  @Test
  void tellsOfEachProofWhatABugWouldHaveShown() {
    Element atomic =
        pages.select("#proofs table:not(.matrix) tr:has(th a:containsOwn(Atomic))").first();
    assertThat(atomic.select("th").text()).contains("LockedCounter, of the heart");
    assertThat(atomic.select("td.num").eachText()).containsExactly("360,000,000", "6", "36 M");
    assertThat(atomic.select(".controls span").eachText())
        .containsExactly(
            "1 LockedCounter.LockedWriteOnly (the lock guards only the write): 1 in 10, power 36 M",
            "1 LockedCounter.TwoLocks (each thread locks a lock of its own): 1 in 10, power 36 M");
    assertThat(atomic.select(".controls span").first().attr("title"))
        .isEqualTo("an update is trampled");
    assertThat(pages.select("#proofs").text()).doesNotContain("No evidence");
    assertThat(page.text()).doesNotContain("3/N", "floor", "ound 95");
  }

  @Test
  void judgesEachConfigurationInACellOfItsOwn() {
    Elements matrices = pages.select("#proofs .matrix");
    assertThat(matrices).hasSize(2);
    Element atomic = matrices.select("tr:has(th a:containsOwn(Atomic))").first();
    assertThat(atomic.select("td.num").eachAttr("data-label")).isEqualTo(RunFixture.CONFIGURATIONS);
    Element zgc = atomic.select("td.num").last();
    assertThat(zgc.text()).isEqualTo("60 M ✓");
    assertThat(zgc.attr("title")).isEqualTo("60,000,000 samples, 10\u00a0M per second");
    assertThat(zgc.select(".sym").attr("aria-label")).isEqualTo("nothing forbidden seen");
    Element race = matrices.select("tr:has(th a:containsOwn(PlainIncrement))").first();
    assertThat(race.select("td.num").first().text()).endsWith("●");
    assertThat(race.select("td.num").first().attr("title")).contains("race in 12.6 %");
  }

  @Test
  void saysOfAnExhibitOnlyWhetherItWasSeen() {
    Elements rows = pages.select("#exhibits tbody tr");
    assertThat(rows).hasSize(2);
    assertThat(rows.first().text())
        .contains("(1, 0)", "allowed, not seen here", "none in 120 M samples on x86_64")
        .contains("the reference is seen before the field");
    assertThat(rows.last().text()).contains("(0, 0)", "seen 222,000 in 120 M samples");
    assertThat(row("PLAIN").text()).contains("allowed, not seen here").doesNotContain("proven");
    assertThat(row("STORE_BUFFER").select(".badge").text()).isEqualTo("seen");
    assertThat(row("IRIW").text()).contains("not run", "needs a longer plan");
  }

  @Test
  void tellsOfEachAllowedOutcomeApart(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture.proof(RunFixture.PUBLICATION + "Flags").withArray("mayObserve").add("3, 3");
    Document two = Jsoup.parse(Judged.of(fixture, other).pages());
    assertThat(two.select("#exhibits .badge").eachText())
        .containsExactly("allowed, not seen here", "seen", "allowed, not seen here");
  }

  @Test
  void showsTheInterleavingBesideTheCount() {
    Element models = pages.getElementById("models");
    assertThat(models.text())
        .contains("by Lincheck 3.7 and Fray 0.9.2", "neither can see a missing volatile");
    Elements open = models.select(".witness:not(details .witness)");
    assertThat(open).hasSize(1);
    Element timeline = open.select(".timeline").first();
    assertThat(timeline.select("thead th[scope=col]").eachText())
        .containsExactly("step", "thread 1", "thread 2");
    assertThat(timeline.select("tbody tr")).hasSize(5);
    assertThat(timeline.select("tbody tr").get(1).select("td").last().text())
        .isEqualTo("increment(1): count is read: 0");
    assertThat(timeline.select("tbody tr").get(1).select("td").first().text()).isEmpty();
    assertThat(open.select(".wrong b").text()).isEqualTo("value() gave 1 after two increments");
    assertThat(open.select(".wrong a").attr("href")).isEqualTo("../witnesses/counter-UNLOCKED.txt");
    assertThat(open.text()).contains("seen 6.36 M times in 36 M samples");
    assertThat(models.select("details .witness")).hasSize(2);
    assertThat(models.select("details summary").eachText())
        .contains(
            "AtomicGetThenSet, mutant of counter:ATOMIC, by Lincheck: value() gave 1 after two"
                + " increments")
        .contains("nothing found in 2: 2,061 interleavings tried, 1 of the spaces to their end");
    assertThat(models.select("tr:contains(SpinLockCounter)").text())
        .contains("Fray", "nothing found", "2,000", "no");
  }

  @Test
  void neverFoldsAwayWhatNobodyExpected(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture.model("counter:OPAQUE").put("expect", "HOLDS");
    fixture.result(SpoiltRun.ATOMIC, "C1").put("samples", 0);
    Document broken = Jsoup.parse(Judged.of(fixture, other).pages());
    assertThat(broken.select("#proofs details[open] summary").text()).startsWith("counter:");
    assertThat(pages.select("#proofs details[open]")).isEmpty();
    assertThat(broken.select("#models .witness:not(details .witness) .badge.no").text())
        .isEqualTo("broken");
    assertThat(broken.select(".ledger tr:has(code:containsOwn(OPAQUE)) .proof").text())
        .isEqualTo("broken value() gave 1 after two increments");
  }

  @Test
  void tellsTheWeakestOfSeveralProofs(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture.proof(RunFixture.LOCKED + "Adder").put("construct", "counter:ATOMIC");
    fixture.result(RunFixture.LOCKED + "Adder", "C2").put("samples", 50_000_000);
    Document document = Jsoup.parse(Judged.of(fixture, other).pages());
    assertThat(document.select("#ledger-counter tr:has(code:containsOwn(ATOMIC))").first().text())
        .contains("0 of 350 M", "weakest of 2");
  }

  @Test
  void saysWhyAFamilyHasNoPrice(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture
        .leaveOut("TRIAL", "Cost.read-kind=PLAIN", "publication:PLAIN", "priced at night")
        .put("cause", "PLAN");
    Document document = Jsoup.parse(Judged.of(fixture, other).pages());
    assertThat(document.select(".ledger:has(code:containsOwn(IRIW)) h2").text())
        .contains("no price here: priced at night");
  }

  @Test
  void shortensWhatWasLeftOut(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    for (int i = 10; i < 39; i++) {
      fixture.leaveOut("PROOF", "dev.Barrier.Case" + i, "counter:ATOMIC", "needs 3 CPUs");
    }
    Document shortened = Jsoup.parse(Judged.of(fixture, other).pages());
    Element need = shortened.select(".attention li").first();
    assertThat(need.ownText())
        .startsWith("29 proofs not run here (needs 3 CPUs): Barrier.Case10,")
        .endsWith("Barrier.Case14");
    assertThat(need.select("details summary").text()).isEqualTo("and 24 more");
    assertThat(need.select("details span")).hasSize(24);
    assertThat(shortened.select("#machine").text())
        .contains("29 proofs (needs 3 CPUs): Barrier.Case10,");
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
    ((tools.jackson.databind.node.ObjectNode)
            fixture.trials.get(trial).get("profile").get("graphs").get(0))
        .put("html", odd);
    fixture.texts.put(odd, "x");
    Judged judged = Judged.of(fixture, other);
    assertThat(judged.exit()).isZero();
    assertThat(judged.text("site/index.html"))
        .contains("href=\"../flames/a%20b%23c%3Fd%25%22%C3%A9/cpu.html\"");
  }

  private Element row(String name) {
    return page.select(".ledger tr:has(code:containsOwn(" + name + "))").first();
  }
}
