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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of queues, fan-out and units, as somebody reads it who has to choose. */
@Tag("gate")
class PipedPageTest {
  @TempDir private static Path home;
  private static Document page;

  @BeforeAll
  static void render() throws IOException {
    page = Jsoup.parse(Judged.of(RunFixture.piped(), home).text("site/index.html"));
    page.select("script").remove();
  }

  @Test
  void listsTheThreeSections() {
    assertThat(page.select("nav a").eachAttr("href"))
        .contains("index.html#queues", "index.html#fanout", "index.html#units");
    for (String id : List.of("queues", "fanout", "units")) {
      assertThat(page.getElementById(id).tagName()).isEqualTo("section");
    }
    assertThat(page.select(".unmeasured")).isEmpty();
  }

  @Test
  void showsTheFastestQueueFirstWithWhatSpeaksForIt() {
    Element table = page.select("#queues table").first();
    assertThat(table.select("thead th").eachText())
        .containsExactly(
            "queue", "proof", "no room", "bound 1", "bound 16", "bound 256", "unbounded");
    assertThat(table.select("tbody th code").eachText())
        .startsWith("DISRUPTOR", "MPMC_ARRAY")
        .endsWith("POLLING");
    assertThat(row(table, "CLOSABLE").select("td").last().text()).startsWith("1,980,198/s [");
    assertThat(row(table, "CLOSABLE").select(".badge")).isNotEmpty();
    assertThat(page.select("#queues table").get(1).select("thead th").eachText())
        .contains("over DIRECT", "over CPython", "CPU per item", "takes", "known after");
  }

  @Test
  void givesEachSentenceItsEvidence() {
    Element fastest = page.select("#queues .answers li").first();
    assertThat(fastest.select("b").text()).isEqualTo("Fastest queue:");
    assertThat(fastest.select("details .trial")).isNotEmpty();
  }

  @Test
  void showsTheFourProblemsSideBySide() {
    Element table = page.select("#queues table:has(th:contains(empty polls))").get(1);
    assertThat(row(table, "POLLING").text()).containsPattern("412 .*1.1 %.*61.ms.* 3 999");
  }

  @Test
  void showsFanOutAgainstItsLatencies() {
    Element table = page.select("#fanout table").first();
    assertThat(table.select("thead th").eachText())
        .containsExactly("mechanism", "10 tasks", "100 tasks", "1,000 tasks", "10,000 tasks");
    assertThat(row(table, "VIRTUAL").select("td").last().text()).containsPattern("121.ms .*1.21×");
    assertThat(row(table, "FIXED, 100 workers").text()).containsPattern("1.02.s .*1.02×");
    assertThat(page.select("#fanout").text())
        .contains("VIRTUAL against FIXED of 100 workers from 1,000 on")
        .contains("Game of Life, a task per cell");
    Element figure = page.select("#fanout figure").first();
    assertThat(figure.attr("data-table")).isEqualTo(table.id());
    assertThat(figure.hasAttr("hidden")).as("the table stands for it without a script").isTrue();
    assertThat(table.select("thead th[data-at]").eachAttr("data-at")).contains("10.0", "10000.0");
  }

  @Test
  void everyRowCanBeLinkedAndSorted() {
    for (Element row : page.select("table.sortable tbody tr")) {
      assertThat(row.id()).isNotEmpty();
      assertThat(row.select("a.here").attr("href")).isEqualTo("#" + row.id());
    }
    assertThat(page.select("table.sortable td[data-value]")).isNotEmpty();
  }

  @Test
  void showsUnitsBesideWhatTheNotesSay() {
    Element footprints = page.select("#units table").last();
    assertThat(footprints.text()).contains("1.01 MB", "88 kB", "1.18 kB");
    assertThat(page.select("#units table").first().select("tbody th code").eachText())
        .containsExactly("CALL", "VIRTUAL", "POOLED", "PLATFORM", "PROCESS", "JVM");
    assertThat(page.select("#units").text()).containsPattern("4.54.µs a hop 200 switches");
  }

  @Test
  void correctsTheNotesWhereTheyBelong() {
    assertThat(page.select("#queues").text())
        .contains("one worker per stage, or 3, 4 and 5", "needs only a get");
    assertThat(page.select("#fanout").text()).contains("Constructing a thread starts nothing");
    assertThat(page.select("#units").text()).contains("8 MB of the Python chapter");
  }

  @Test
  void keepsThemOutOfTheLedgers() {
    Element queues = page.select("section.ledger:has(h2:contains(queue))").first();
    assertThat(queues.select("h2").text()).contains("its prices stand under Choose a queue");
    assertThat(queues.select("thead th").eachText()).containsExactly("construct", "proof");
  }

  @Test
  void linksOnlyWhatIsThereAndCanBeReadAloud() {
    for (Element link : page.select("section a[href^=../flames]")) {
      URI target = home.resolve("site/index.html").toUri().resolve(link.attr("href"));
      assertThat(Files.exists(Path.of(target))).as(link.attr("href")).isTrue();
    }
    assertThat(page.select("th:not([scope])")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    assertThat(page.select("svg:not([aria-label])")).isEmpty();
    assertThat(page.select("#queues td:not(.proof):not([data-label])")).isEmpty();
  }

  @Test
  void hostileNamesStayNames(@TempDir Path other) throws IOException {
    String name = "</script></title><img src=x onerror=alert(1)>";
    RunFixture.piped().write(other);
    for (String file : List.of("planned.json", "cpython.json", "jmh.json")) {
      String json = Files.readString(other.resolve(file));
      for (String victim :
          List.of("LINKED_TRANSFER", "3.11.2", "3/4/5", "\"16\"", "EXCHANGER", "\"REQUEST\"")) {
        String quote = victim.startsWith("\"") ? "\"" : "";
        json = json.replace(victim, quote + name + quote);
      }
      Files.writeString(other.resolve(file), json);
    }
    Judged hostile = Judged.at(other);
    assertThat(hostile.err()).isEmpty();
    Document document = Jsoup.parse(hostile.text("site/index.html"));
    assertThat(document.select("img")).isEmpty();
    assertThat(document.select("#queues").text()).contains("<img");
    assertThat(hostile.text("summary.md")).doesNotContain("<img");
  }

  @Test
  void explainsQueuesTasksAndUnits() {
    assertThat(explain("queue:CLOSABLE"))
        .contains("Measured by " + PipedRunTest.CLOSABLE, "time 505\u00a0ns [", "cpu 750\u00a0ns");
    assertThat(explain("executor:VIRTUAL"))
        .contains("Measured by " + PipedRunTest.fan("VIRTUAL", 10_000, 0))
        .contains("time 121\u00a0ms [");
    assertThat(explain("link:PARK")).contains("time 15.2\u00a0µs [", "switches 20");
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
