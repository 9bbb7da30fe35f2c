/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Names come from files and may be anything; none may break out of where it is shown. */
@Tag("gate")
class HostileNamesTest {
  // A lone surrogate can stand in JSON only as an escape.
  private static final JsonMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @TempDir private Path parent;
  @TempDir private static Path clean;

  static Stream<String> names() {
    return Stream.of(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]></testcase><testcase name=\"x\"/>",
        "../../../etc/passwd",
        "${page} @if(true) $unsafe{x}",
        "| x | [a](javascript:alert(1)) `",
        "two\nlines\r\u2028\u2029\u0000\u0007\u202e",
        "\uffff no character, \ud83d\udc7e one of two",
        "%s %d %n",
        "x".repeat(5000));
  }

  @ParameterizedTest
  @MethodSource("names")
  void stayNames(String name) throws Exception {
    Path home = parent.resolve("run");
    Document expected = expected();
    RunFixture.healthy().write(home);
    for (Path file : jsonFiles(home)) {
      Files.writeString(file, spoil(Files.readString(file), name));
    }
    List<Path> before = outside();

    Judged judged = Judged.at(home);

    assertThat(judged.exit()).isIn(0, 3);
    assertThat(judged.err()).isEmpty();
    Document page = page(judged);
    assertThat(judged.reasons()).noneMatch(reason -> reason.contains("no valid JSON"));
    assertThat(page.select("script")).hasSameSizeAs(expected.select("script"));
    assertThat(page.select("img, iframe, object, embed, base, form")).isEmpty();
    for (Element element : page.getAllElements()) {
      element.attributes().forEach(each -> assertThat(each.getKey()).doesNotStartWith("on"));
    }
    for (Element link : page.select("a[href]")) {
      assertThat(link.attr("href"))
          .matches(
              "((index|proofs|models|flames|trials)\\.html)?(#[a-z0-9-]+)?"
                  + "|(trial|proof)/[A-Za-z0-9._=+~-]+\\.html|\\.\\./[A-Za-z0-9/._~%-]+");
      assertThat(link.attr("href").substring(1)).doesNotContain("/../");
    }
    staysInItsDirectory(home.resolve("site"));
    assertThat(page.select("tbody tr")).hasSameSizeAs(expected.select("tbody tr"));
    RunFixture.MAPPER.readTree(page.getElementById("charts").data());

    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(judged.text("junit.xml"))));
    assertThat(judged.text("summary.md")).doesNotContain("<script", "<img", "<!--");
    assertThat(judged.out().lines()).allMatch(line -> line.length() < 4000);
    assertThat(outside()).isEqualTo(before);
  }

  /** The pages of trials and tests are as many as with harmless names, and as harmless. */
  private static void staysInItsDirectory(Path site) throws IOException {
    for (String directory : List.of("trial", "proof")) {
      List<Path> pages = files(site.resolve(directory));
      assertThat(pages).hasSameSizeAs(files(clean.resolve("site").resolve(directory)));
      for (Path file : pages) {
        assertThat(file.getFileName().toString()).matches("[A-Za-z0-9._=+~-]{1,200}\\.html");
        Document page = Jsoup.parse(file);
        assertThat(page.select("img, object, embed, base, form")).isEmpty();
        assertThat(page.select("script:not([src], [type=application/json])")).isEmpty();
        assertThat(page.select("script[src]").eachAttr("src"))
            .isSubsetOf("../page.js", "../trial.js", "../echarts.min.js");
        for (Element frame : page.select("iframe")) {
          assertThat(frame.attr("src")).matches("\\.\\./\\.\\./flames/[A-Za-z0-9/._~%-]+");
          assertThat(frame.attr("sandbox")).isEqualTo("allow-scripts");
        }
        for (Element element : page.getAllElements()) {
          element.attributes().forEach(each -> assertThat(each.getKey()).doesNotStartWith("on"));
        }
        for (Element data : page.select("#trial-data")) {
          RunFixture.MAPPER.readTree(data.data());
        }
        assertThat(page.select("pre.command").text()).doesNotContainPattern("[\\p{Cf}\\p{Cc}]");
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void halfACharacterIsNoValidJson() throws Exception {
    Path home = parent.resolve("run");
    RunFixture.healthy().write(home);
    for (Path file : jsonFiles(home)) {
      Files.writeString(file, spoil(Files.readString(file), "\ud800"));
    }
    Judged judged = Judged.at(home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons()).isNotEmpty().allMatch(reason -> reason.contains("no valid JSON"));
  }

  /** Returns the page of the same run with harmless names. */
  private static Document expected() throws IOException {
    return page(
        Files.exists(clean.resolve("report.json"))
            ? new Judged(clean, 0, "", "")
            : Judged.of(RunFixture.healthy(), clean));
  }

  private static Document page(Judged judged) throws IOException {
    return Jsoup.parse(judged.pages());
  }

  private List<Path> outside() throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.sorted().toList();
    }
  }

  private List<Path> jsonFiles(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(each -> each.toString().endsWith(".json")).toList();
    }
  }

  /** Puts the name into the place of a kind, a label, a bug, a step, a machine, a plan. */
  private static String spoil(String json, String name) {
    String quoted = ASCII.writeValueAsString(name);
    String inner = quoted.substring(1, quoted.length() - 1);
    // By its end a list of the notes is known, and has a chart and a table of its own.
    String spoilt = json.replace("GCD_SEED", inner + "_SEED");
    spoilt = spoilt.replace("\"template\":\"LockedCounter\"", "\"template\":" + quoted);
    for (String victim :
        List.of(
            "VAR_HANDLE",
            "LockedCounter.VarHandle",
            "AtomicInteger",
            "needs 5 CPUs, this machine has 2",
            "AMD EPYC 9R45",
            "quick",
            "3f2a91c0d4e5f60718293a4b5c6d7e8f90a1b2c3",
            "an update is trampled",
            "each thread locks a lock of its own",
            "get and set instead of one increment",
            "the reference is seen before the field",
            "UnlockedCounter",
            "two threads increment, then the value is read",
            "value() gave 1 after two increments",
            "increment(1): count is read: 0",
            "thread 2",
            "C2 stress")) {
      spoilt = spoilt.replace(victim, inner);
    }
    return spoilt;
  }
}
