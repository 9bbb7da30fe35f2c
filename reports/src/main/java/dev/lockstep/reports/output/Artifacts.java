/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.output;

import dev.lockstep.reports.flame.DifferencePage;
import dev.lockstep.reports.flame.Flames;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.ReportJson;
import dev.lockstep.reports.site.Site;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is made from a report. */
public final class Artifacts {
  private Artifacts() {}

  /**
   * Writes report.json first, since all else only shows it, and returns the path of the page to
   * begin with.
   *
   * @throws IOException if the run directory cannot be written
   */
  public static Path write(Path run, Report report) throws IOException {
    AtomicFiles.write(run.resolve("report.json"), ReportJson.indented(report));
    AtomicFiles.write(run.resolve("junit.xml"), JunitXml.of(report));
    AtomicFiles.write(run.resolve("summary.md"), Summary.of(report));
    Path site = run.resolve("site");
    AtomicFiles.write(site.resolve(Site.CHARTS), Site.charts());
    Flames flames = Flames.of(run, report);
    differences(site.resolve(Site.DIFFERENCES), flames.differences());
    Map<String, String> pages = Site.pages(report, flames);
    for (String name : Site.NAMES) {
      if (pages.containsKey(name)) {
        AtomicFiles.write(site.resolve(name), pages.get(name));
      } else {
        Files.deleteIfExists(site.resolve(name)); // of a judge before, which knew more
      }
    }
    return site.resolve(Site.INDEX);
  }

  private static void differences(Path home, List<DifferencePage> pages) throws IOException {
    Set<String> names = new HashSet<>();
    for (DifferencePage page : pages) {
      names.add(page.file());
      AtomicFiles.write(home.resolve(page.file()), Site.difference(page, true));
    }
    if (Files.isDirectory(home)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(home, "*.html")) {
        for (Path file : files) {
          if (!names.contains(file.getFileName().toString())) {
            Files.delete(file); // of a judge before, which knew more
          }
        }
      }
    }
  }
}
