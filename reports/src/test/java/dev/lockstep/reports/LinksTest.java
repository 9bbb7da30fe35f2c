/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever any page of a run links to is there, with its anchor, and lies in the run directory. */
@Tag("gate")
class LinksTest {
  private static final List<String> OF_HARNESSES = List.of("jmh.json", "jcstress.json");

  @TempDir private Path home;

  static Stream<Supplier<RunFixture>> runs() {
    return Stream.of(
        RunFixture::healthy, () -> RunFixture.swept(2), RunFixture::piped, RunFixture::timed);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void lead(Supplier<RunFixture> run) throws IOException {
    RunFixture fixture = run.get();
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    Map<Path, Document> pages = pages(home.resolve("site"));
    assertThat(pages).hasSizeGreaterThan(fixture.trials.size());
    pages.forEach(
        (file, page) -> {
          assertThat(page.select("[id]").eachAttr("id"))
              .as("ids of " + file)
              .doesNotHaveDuplicates();
          for (Element each : page.select("[href], [src]")) {
            String link = each.hasAttr("href") ? each.attr("href") : each.attr("src");
            if (!link.equals("data:,")) {
              leads(file, link, pages);
            }
          }
        });
    for (Path page : pages.keySet()) {
      boolean linked = page.getParent().endsWith("site") || isLinked(page, pages);
      assertThat(linked).as(page + " is linked").isTrue();
    }
  }

  private void leads(Path from, String link, Map<Path, Document> pages) {
    String[] parts = link.split("#", 2);
    String path = URLDecoder.decode(parts[0], UTF_8);
    Path target = parts[0].isEmpty() ? from : from.resolveSibling(path).normalize();
    assertThat(target).as(link + " in " + from).startsWith(home);
    if (!OF_HARNESSES.contains(target.getFileName().toString())) {
      assertThat(target).as(link + " in " + from).isRegularFile();
    }
    if (parts.length == 2) {
      assertThat(pages.get(target).getElementById(parts[1])).as(link + " in " + from).isNotNull();
    }
  }

  /** A page that no other one leads to is found by nobody. */
  private static boolean isLinked(Path page, Map<Path, Document> pages) {
    String link = page.getParent().getFileName() + "/" + page.getFileName();
    return pages.values().stream()
        .anyMatch(each -> !each.select("a[href$=\"" + link + "\"]").isEmpty());
  }

  private static Map<Path, Document> pages(Path site) throws IOException {
    Map<Path, Document> pages = new HashMap<>();
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        pages.put(file, Jsoup.parse(file));
      }
    }
    return pages;
  }
}
