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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The page of a whole sweep, as somebody reads it who has to choose an executor. */
@Tag("gate")
class SweptPageTest {
  private static final String FIXED =
      "ExecutorSweep.map-kind=FIXED-workload=GCD_SEED-workers=2-lock=NONE-chunk=1";

  @TempDir private static Path home;
  private static Judged judged;
  private static Document page;

  @BeforeAll
  static void render() throws IOException {
    judged = Judged.of(RunFixture.swept(2), home);
    page = Jsoup.parse(judged.text("site/index.html"));
    page.select("script").remove();
  }

  @Test
  void hasOneRowPerKindWithAllThatCounts() {
    Element overview = page.select("#sweep table").first();
    assertThat(overview.select("thead th").eachText())
        .containsExactly(
            "executor",
            "worker",
            "GCD_SEED",
            "FACTORIZE_SEED",
            "CPU",
            "bytes",
            "switches",
            "per task",
            "task pays from",
            "round trip",
            "make, close",
            "cold : warm");
    assertThat(overview.select("tbody tr")).hasSize(17);
    Element pool = row(overview, "PROCESS_POOL");
    assertThat(pool.text())
        .contains(
            "pool 1.85× [1.82, 1.87] · 99 %",
            "1.01× 92 % busy", "1,080 270 a task", "2.0 0.4 forced")
        .contains("9.09 µs", "13.7 µs", "131 µs cold 92.9 ms", "5.72× 31.3 ms");
    assertThat(pool.select("td").get(1).attr("title"))
        .contains("2 workers", "95 % interval [1.82, 1.87]", "99 % of the makespan bound")
        .contains("serial part after Karp and Flatt", "voluntary switches", "B");
    assertThat(pool.select("a.flame")).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void drawsOnlyTheListsOfTheNotes() throws IOException {
    assertThat(page.select("#sweep .plot")).hasSize(2);
    assertThat(page.select("#sweep details summary").eachText())
        .contains("Every worker count on GCD_SEED");
    assertThat(page.select("#settings h3").eachText())
        .contains(
            "Other lists: the same work in ever larger tasks",
            "Other lists: those of the charts, repeated",
            "Several tasks at a time");
    Document whole = Jsoup.parse(judged.text("site/index.html"));
    JsonNode charts = RunFixture.MAPPER.readTree(whole.getElementById("charts").data());
    JsonNode lines = charts.get("charts").get(0).get("lines");
    assertThat(lines.size()).isEqualTo(16);
    int telling = 0;
    for (JsonNode line : lines) {
      telling += line.get("telling").booleanValue() ? 1 : 0;
    }
    assertThat(telling).isBetween(3, 6);
  }

  /** The bare loop stands right above its baseline, in the ledger and at every worker count. */
  @Test
  void showsTheBareLoopAboveSerial() {
    Element points = page.select("#sweep table.points").first();
    assertThat(points.select("tbody th").eachText()).startsWith("RAW", "SERIAL");
    Element raw = points.select("tbody tr").first();
    assertThat(raw.select("td").eachText().stream().filter(text -> !text.isEmpty()).toList())
        .singleElement()
        .asString()
        .startsWith("1.00× [");
    assertThat(raw.select("td[title]").attr("title")).startsWith("SERIAL adds ");
    Element ledger = page.select(".ledger:has(code:containsOwn(RAW))").first();
    assertThat(ledger.select("tbody tr").first().text())
        .startsWith("the bare loop RAW no construct answers checked at every call 1.00×");
  }

  /** Nine tenths of the work are done in worker processes. */
  @Test
  void theLedgerHasTheCpuTimeOfAllProcesses() {
    Element ledger = page.select(".ledger:has(code:containsOwn(PROCESS_POOL))").first();
    String pool = row(ledger, "PROCESS_POOL").text();
    assertThat(pool).contains("cpu 10.1").doesNotContain("cpu 1.01");
    assertThat(ledger.text()).contains("cpu of all processes, JIT and GC included");
  }

  @Test
  void saysWhyTheBestIsNoBetter() {
    Elements best = page.select("#sweep ul.best li");
    assertThat(best).hasSize(4);
    assertThat(best.first().text())
        .startsWith("Best executor: ")
        .contains("was idle", "are in the kernel's loop");
    assertThat(best.first().select("a.flame")).hasSize(1);
  }

  @Test
  void showsWhatALockDoes() {
    Element locks = page.select("#settings table").first();
    assertThat(locks.select("tbody tr")).hasSize(4);
    assertThat(row(locks, "FIXED, GCD_SEED").text()).contains("1.85×", "1.00×", "0.92×", "1.60×");
    assertThat(row(locks, "PROCESS_POOL, GCD_SEED").text()).doesNotContain("0.92×");
  }

  @Test
  void showsKernelsWithWhatSpeaksForThem() {
    Element kernels = page.getElementById("kernels");
    assertThat(kernels.select("table").first().select("tbody tr")).hasSize(7);
    assertThat(row(kernels, "VECTOR").text())
        .contains("pure checked against the oracle at every call", "10.87×", "87.0 % of divider");
    assertThat(page.select(".ledger tr:has(code:containsOwn(VECTOR))")).isEmpty();
    assertThat(kernels.select("li")).hasSize(4);
  }

  @Test
  void setsTheSeedsBesideCpython() {
    Element cpython = page.getElementById("cpython");
    assertThat(cpython.select("h2").text()).contains("CPython 3.11.2, with its global lock");
    assertThat(cpython.select("tbody").first().select("tr").get(2).text())
        .contains("3.32×, 1.51× 1st ed. 0.209 s (cores), 2nd ed. 0.360 s (2)")
        .contains("1.60× 0.254 s [0.211, 0.305]");
    assertThat(cpython.text()).contains("0.136");
  }

  @Test
  void linksEachClaimWithTheTrialsThatDecideIt() {
    Element claim = page.select("#claims tr:contains(under one global lock)").first();
    assertThat(claim.select(".badge").text()).isEqualTo("holds");
    assertThat(claim.select(".trial code").eachText())
        .allMatch(id -> id.matches(".*(lock=PER_TASK|lock=FAIR_SLICE|kind=SERIAL-).*"));
    assertThat(claim.select(".trial a.flame")).hasSize(6);
    assertThat(page.select("#claims tr:contains(changing one line)").text()).contains("more");
  }

  @Test
  void linksOnlyWhatIsThereAndCanBeReadAloud() {
    for (Element link : page.select("a[href^=../]")) {
      URI target = home.resolve("site/index.html").toUri().resolve(link.attr("href"));
      boolean harness = link.attr("href").matches("\\.\\./(jmh|jcstress|models)\\.json");
      assertThat(harness || Files.exists(Path.of(target))).as(link.attr("href")).isTrue();
    }
    assertThat(page.select("th:not([scope])")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("#sweep a.flame:not([aria-label])")).isEmpty();
  }

  @Test
  void aMissingOrTruncatedProfileIsASentence(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.swept(2);
    fixture.texts.replaceAll(
        (name, text) ->
            name.endsWith("cpu.collapsed") && !name.contains("SERIAL") && !name.contains("SPLIT")
                ? text.substring(0, text.length() - 3)
                : text);
    Judged cut = Judged.of(fixture, other);
    assertThat(cut.exit()).isZero();
    Document document = Jsoup.parse(cut.text("site/index.html"));
    assertThat(document.select("#sweep ul.best li").get(0).text())
        .contains("No reason from a flame graph: cpu.collapsed: the file breaks off.");
    assertThat(document.select("#sweep ul.best li").get(1).text()).contains("kernel's loop");
    for (String id : fixture.trials.keySet()) {
      Files.deleteIfExists(other.resolve("flames/" + id + "/cpu.collapsed"));
    }
    document = Jsoup.parse(Judged.at(other).text("site/index.html"));
    assertThat(document.select("#sweep ul.best li").get(1).text())
        .contains("No reason from a flame graph: cpu.collapsed: the file is missing.");
  }

  @Test
  void saysSoWithoutPython(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.swept(2);
    fixture.cpython.removeAll();
    fixture.cpython.put("schema", 1).put("status", "MISSING").put("why", "no python3 on the path");
    Judged without = Judged.of(fixture, other);
    assertThat(without.exit()).isZero();
    Element cpython = Jsoup.parse(without.text("site/index.html")).getElementById("cpython");
    assertThat(cpython.text())
        .contains("There is no CPython on this machine: no python3 on the path.")
        .doesNotContain("CPython here 1");
    assertThat(cpython.select("thead").first().text()).doesNotContain("CPython here");
    fixture.cpython.put("status", "NOT_REACHED").put("why", "The budget did not pay for CPython.");
    Judged unpaid = Judged.of(fixture, other);
    assertThat(unpaid.exit()).isZero();
    assertThat(Jsoup.parse(unpaid.text("site/index.html")).getElementById("cpython").text())
        .contains("The budget did not pay for CPython.");
    fixture.planned.put("cpython", false);
    assertThat(Jsoup.parse(Judged.of(fixture, other).text("site/index.html")).select("#cpython h2"))
        .hasSize(1)
        .first()
        .extracting(Element::text)
        .asString()
        .contains("This plan does not run CPython.");
  }

  @Test
  void aWrongKernelIsNotCalledPure(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.swept(2);
    ObjectNode trial = fixture.trials.get("KernelCost.run-kind=VECTOR-function=GCD");
    trial.put("status", "FAILED").putNull("profile");
    trial.putObject("failure").put("kind", "WRONG_RESULT").put("message", "gcd(1, 1) gave 2");
    Judged wrong = Judged.of(fixture, other);
    assertThat(wrong.exit()).isEqualTo(2);
    Element kernels = Jsoup.parse(wrong.text("site/index.html")).getElementById("kernels");
    assertThat(row(kernels, "VECTOR").select(".badge.no").text()).isEqualTo("wrong");
  }

  @Test
  void hostileNamesStayNames(@TempDir Path other) throws IOException {
    String name = "</script><img src=x onerror=alert(1)>";
    RunFixture.swept(2).write(other);
    for (String file : List.of("planned.json", "cpython.json", "jmh.json")) {
      String json = Files.readString(other.resolve(file));
      for (String victim : List.of("CARRIERS", "\"3.11.2", "\"AOT", "fork join", "\"FACTORIZE\"")) {
        String quote = victim.startsWith("\"") ? "\"" : "";
        String end = victim.endsWith("\"") ? "\"" : "";
        json = json.replace(victim, quote + name + end);
      }
      Files.writeString(other.resolve(file), json);
    }
    Judged hostile = Judged.at(other);
    assertThat(hostile.err()).isEmpty();
    Document document = Jsoup.parse(hostile.text("site/index.html"));
    assertThat(document.select("img")).isEmpty();
    assertThat(document.select("#kernels thead").text()).contains("<img");
    assertThat(hostile.text("summary.md")).doesNotContain("<img");
  }

  @Test
  void explainsKindsKernelsAndClaims() {
    assertThat(explain("executor:PROCESS_POOL"))
        .contains(
            "Executor PROCESS_POOL",
            "A task costs 9090 ns of core time beyond what it costs in SERIAL")
        .contains("lock=FAIR_SLICE", "chunk=128");
    assertThat(explain("kernel:VECTOR"))
        .contains("Measured by KernelCost.run-kind=VECTOR-function=GCD", "time 929\u00a0µs [");
    assertThat(explain("no-speedup-locked")).contains("HOLDS", "decided by ExecutorSweep.map");
    assertThat(explain(FIXED)).contains("Trial " + FIXED);
  }

  @Test
  void summaryNamesTheBest() throws IOException {
    assertThat(judged.text("summary.md"))
        .contains("Best executor\\: ".replace("\\:", ":"))
        .contains("99.6 % of the makespan bound", "## Kernels");
  }

  private static String explain(String id) {
    Judged told = Judged.command("explain", "--run-dir=" + home, id);
    assertThat(told.exit()).as(told.err()).isZero();
    return told.out();
  }

  private static Element row(Element within, String name) {
    return within.select("tr:has(code:containsOwn(" + name + "))").first();
  }
}
