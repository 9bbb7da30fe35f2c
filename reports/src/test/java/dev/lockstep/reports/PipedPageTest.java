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
            "queue",
            "proof",
            "unbounded",
            "bound 256",
            "bound 16",
            "bound 1",
            "no room",
            "over DIRECT",
            "over CPython",
            "CPU per item",
            "bytes per item",
            "takes",
            "deepest",
            "known after");
    assertThat(table.select("tbody th code").eachText())
        .startsWith("DISRUPTOR", "MPMC_ARRAY", "LINKED_BLOCKING", "CLOSABLE")
        .endsWith("POLLING", "ClosableQueue", "MyQueue, by hand");
    Element closable = row(table, "CLOSABLE");
    assertThat(closable.select(".badge").text()).isEqualTo("not run");
    assertThat(closable.select("td").eachText())
        .contains("0.98× [0.96, 1.00]", "39.6×", "750 ns", "96", "3,000", "900", "40 µs");
    assertThat(closable.select("a.flame")).hasSize(4);
    assertThat(row(table, "POLLING").text()).contains("3,000 400 empty");
  }

  @Test
  void givesEachSentenceItsEvidence() {
    for (Element answer : page.select(".answers li:not(.open-question)")) {
      assertThat(answer.select("details .trial code")).as(answer.text()).isNotEmpty();
    }
    assertThat(page.select("#queues .answers li").eachText())
        .anyMatch(text -> text.startsWith("Fastest queue with a bound: DISRUPTOR"));
  }

  @Test
  void drawsWithoutAScript() {
    assertThat(page.select("#queues svg")).hasSize(2);
    Element first = page.select("#queues svg").first();
    assertThat(first.select("path.mark title").eachText())
        .contains("CLOSABLE, bound 16: 990,099 items a second");
    assertThat(first.select("text.name").eachText()).contains("CLOSABLE", "line DIRECT");
    assertThat(page.select("#fanout svg polyline.series")).hasSize(5);
    for (Element mark : page.select("svg path.mark")) {
      assertThat(mark.attr("transform")).matches("translate\\([0-9.]+ [0-9.]+\\)");
    }
  }

  @Test
  void showsTheFourProblemsSideBySide() {
    Element table = page.select("#queues table:contains(empty polls)").last();
    Element problems = page.select("#queues h3:contains(four problems) + div table").first();
    assertThat(table).isNotNull();
    assertThat(row(problems, "POLLING").select("td").eachText())
        .contains(
            "412 of 3,412 polls", "1.1 % of a core", "61 ms", "3 threads", "999 of 1,000 items");
    assertThat(row(problems, "CLOSABLE").select("td").eachText())
        .contains(
            "0 of 3,003 polls", "< 0.1 % of a core", "90 µs", "0 threads", "16 of 1,000 items");
  }

  @Test
  void showsFanOutAgainstItsLatencies() {
    Element table = page.select("#fanout table").first();
    assertThat(table.select("thead th").eachText())
        .containsExactly("mechanism", "10 tasks", "100 tasks", "1,000 tasks", "10,000 tasks");
    assertThat(row(table, "VIRTUAL").select("td").last().text()).isEqualTo("121 1.21×");
    assertThat(row(table, "FIXED").text()).contains("1,020 1.02×");
    assertThat(page.select("#fanout").text())
        .contains("VIRTUAL against FIXED, 100 workers from 1,000 up to 1,000")
        .contains("Game of Life, a task per cell");
  }

  @Test
  void showsUnitsBesideWhatTheNotesSay() {
    Element footprints = page.select("#units h3:contains(Keeping it) + div table").first();
    assertThat(footprints.text()).contains("1.01 MB", "88 kB", "1.18 kB", "8 MB", "< 1 kB");
    assertThat(page.select("#units table").first().select("tbody th code").eachText())
        .containsExactly("CALL", "VIRTUAL", "POOLED", "PLATFORM", "PROCESS", "JVM");
    assertThat(page.select("#units").text()).contains("4.54 µs a hop · 200 switches");
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
        .contains(
            "1/1/1, capacity UNBOUNDED, latency 0/0/0 µs, PLATFORM: 1,980,198 items a second,")
        .contains("0.980 times DIRECT, 39.6 times CPython", "98.0 % of the bound");
    assertThat(explain("executor:VIRTUAL"))
        .contains(
            "10,000 tasks, SLEEP 100 ms: 121 ms/op, 1.21 times what the latencies alone take");
    assertThat(explain("link:PARK")).contains("Round trip through 10, VIRTUAL: 15.2 us/op");
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
