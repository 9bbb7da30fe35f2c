/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages of flame graphs of a run: all of them, and where two differ. */
@Tag("gate")
class DifferencePagesTest {
  private static final String SERIAL = "ExecutorSweep.map-kind=SERIAL-workload=GCD_SEED-workers=1";
  private static final String FIXED = "ExecutorSweep.map-kind=FIXED-workload=GCD_SEED-workers=2";
  private static final String A = "caller;java/lang/Loop.gcd 700\nJIT compiler;C2 12\n";
  private static final String B =
      "pool;java/lang/Loop.gcd 690\npool;java/lang/Queue.take 110\nJIT compiler;C2 12\n";

  @TempDir private Path home;
  private final RunFixture fixture = RunFixture.healthy();

  @Test
  void everyGraphIsListedWithWhatIsKnownOfIt() throws IOException {
    samples(SERIAL, A);
    samples(FIXED, B + "WorkerThread::run;G1 20\n");
    Document page = flames(Judged.of(fixture, home));
    assertThat(page.select("#graphs")).hasSize(1);
    assertThat(page.select("table.sortable tbody tr")).hasSize(fixture.trials.size());
    Element row = row(page, FIXED);
    assertThat(row.select("td").eachText())
        .startsWith("cpu", "812", "ctimer", "2.0 %", "2.4 %", "0.0 %");
    assertThat(row.select("a[href]").eachAttr("href"))
        .contains("difference/" + FIXED + "-cpu.html")
        .allMatch(href -> exists(home.resolve("site"), href));
    assertThat(Jsoup.parse(Files.readString(home.resolve("site/index.html"))).select("nav a"))
        .anyMatch(link -> link.attr("href").equals("flames.html"));
  }

  @Test
  void whatHasNoGraphSaysWhy() throws IOException {
    ObjectNode profile = (ObjectNode) fixture.trials.get(FIXED).get("profile");
    profile.put("status", "UNAVAILABLE").put("why", "perf is not allowed").putArray("graphs");
    ObjectNode wall =
        ((ObjectNode) fixture.trials.get(SERIAL).get("profile").get("graphs").get(0)).deepCopy();
    wall.put("event", "wall").put("html", "flames/none/wall.html");
    ((ArrayNode) fixture.trials.get(SERIAL).get("profile").get("graphs")).add(wall);
    Document page = flames(Judged.of(fixture, home));
    assertThat(page.select("section:has(#missing) tbody tr").eachText())
        .hasSize(2)
        .anyMatch(row -> row.contains(FIXED) && row.endsWith("perf is not allowed"))
        .anyMatch(row -> row.contains(SERIAL) && row.endsWith("wall the file is missing"));
  }

  @Test
  void aPairHasAPage() throws IOException {
    samples(SERIAL, A);
    samples(FIXED, B);
    Judged judged = Judged.of(fixture, home);
    Document page = difference(judged, FIXED);
    assertThat(page.select("h1").text()).contains("against");
    assertThat(page.text()).contains("score", "11.1 ms/op", "812 samples", "CPU time", SERIAL);
    assertThat(page.select("#frames").text()).contains("ms/op");
    assertThat(page.select("tbody tr").eachText())
        .anyMatch(row -> row.contains("Queue.take") && row.contains("only in B"));
    assertThat(page.select("svg g")).isNotEmpty();
    assertThat(page.select("a[href]").eachAttr("href"))
        .allMatch(href -> exists(home.resolve("site/difference"), href));
  }

  @Test
  void brokenSamplesCostTheirPageAndNothingElse() throws IOException {
    samples(SERIAL, A);
    samples(FIXED, "pool;loop 12");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    Document page = flames(judged);
    assertThat(row(page, FIXED).text()).contains("the file breaks off");
    assertThat(page.text()).contains("cpu: the samples of B: the file breaks off.");
    assertThat(home.resolve("site/difference/" + FIXED + "-cpu.html")).doesNotExist();
  }

  @Test
  void pagesOfAJudgeBeforeGoAway() throws IOException {
    samples(SERIAL, A);
    samples(FIXED, B);
    Judged.of(fixture, home);
    Path page = home.resolve("site/difference/" + FIXED + "-cpu.html");
    assertThat(page).exists();
    samples(FIXED, "x");
    Judged.of(fixture, home);
    assertThat(page).doesNotExist();
  }

  @Test
  void hostileFramesAreInert() throws IOException {
    String hostile = "<script>alert(1)</script>\"' onload='x' </title>&amp\u202e";
    samples(SERIAL, "main;" + hostile + " 500\nmain;x 300\n");
    samples(FIXED, "main;" + "y".repeat(5000) + " 500\nmain;x 300\n");
    Document page = difference(Judged.of(fixture, home), FIXED);
    samples(SERIAL, "main;harmless 500\nmain;x 300\n");
    Document expected = difference(Judged.of(fixture, home), FIXED);
    assertThat(page.select("script")).hasSameSizeAs(expected.select("script"));
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(each -> assertThat(each.getKey()).doesNotStartWith("on"));
    }
    assertThat(page.select("svg g")).hasSameSizeAs(expected.select("svg g"));
    assertThat(page.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void theSameRunIsTheSameBytes() throws IOException {
    samples(SERIAL, A);
    samples(FIXED, B);
    Judged.of(fixture, home);
    Map<String, String> before = pages();
    assertThat(before).containsKey(FIXED + "-cpu.html");
    Judged.at(home);
    assertThat(pages()).isEqualTo(before);
  }

  @Test
  void largeGraphsMakeNoLargePages() throws IOException {
    StringBuilder large = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      large.append("java/lang/Thread.run;caller;".repeat(10));
      large.append("f").append(i % 300).append(";g").append(i).append(" 3\n");
    }
    for (String id : fixture.trials.keySet()) {
      if (fixture.trial(id).path("baseline").isString()) {
        samples(id, large.toString());
      }
    }
    Judged.of(fixture, home);
    assertThat(pages()).hasSizeGreaterThan(20);
    assertThat(pages().values()).allMatch(page -> page.length() < 400_000);
  }

  @Test
  void twoFilesOfAnyProgramAreCompared() throws IOException {
    Path a = Files.writeString(home.resolve("a.collapsed"), "main;f 500\nmain;g 500\n");
    Path b = Files.writeString(home.resolve("b.collapsed"), "main;f 900\nmain;g 100\n");
    Path out = home.resolve("out/page.html");
    Judged judged = Judged.command("flames", a.toString(), b.toString(), "-o", out.toString());
    assertThat(judged.err()).isEmpty();
    assertThat(judged.exit()).isZero();
    Document page = Jsoup.parse(Files.readString(out));
    assertThat(page.select("tbody tr").eachText())
        .anyMatch(row -> row.startsWith("f ") && row.contains("+40 more in B"));
    assertThat(page.select("a[href], link[rel=stylesheet]")).isEmpty();
    judged =
        Judged.command(
            "flames",
            a.toString(),
            b.toString(),
            "--time-a=2e6",
            "--time-b=3e6",
            "-o",
            out.toString());
    assertThat(judged.exit()).isZero();
    assertThat(Files.readString(out)).contains("ms/op");
  }

  @Test
  void whatIsNoProfileIsRefusedInOneSentence() throws IOException {
    Path a = Files.writeString(home.resolve("a.collapsed"), "main;f 500\n");
    Path b = Files.writeString(home.resolve("b.collapsed"), "no profile");
    for (List<String> wrong :
        List.of(
            List.of("flames", a.toString(), b.toString()),
            List.of("flames", a.toString(), home.resolve("none").toString()),
            List.of("flames", a.toString(), a.toString(), "--time-a=5"))) {
      Judged judged = Judged.command(wrong.toArray(String[]::new));
      assertThat(judged.exit()).isEqualTo(4);
      assertThat(judged.err().lines()).hasSize(1);
    }
  }

  private void samples(String trial, String collapsed) {
    fixture.texts.put("flames/" + trial + "/cpu.collapsed", collapsed);
  }

  private static Document flames(Judged judged) throws IOException {
    return Jsoup.parse(judged.text("site/flames.html"));
  }

  private static Document difference(Judged judged, String trial) throws IOException {
    return Jsoup.parse(judged.text("site/difference/" + trial + "-cpu.html"));
  }

  private static Element row(Document page, String trial) {
    return page.select("tbody tr").stream()
        .filter(row -> row.select("code").text().equals(trial))
        .findFirst()
        .orElseThrow();
  }

  private static boolean exists(Path from, String href) {
    return Files.exists(from.resolve(href.replace("%3D", "=").replaceAll("#.*", "")).normalize());
  }

  private Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(home.resolve("site/difference"))) {
      for (Path file : files.toList()) {
        pages.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return pages;
  }
}
