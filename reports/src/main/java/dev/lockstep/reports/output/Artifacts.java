/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.output;

import dev.lockstep.reports.flame.Flames;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.ReportJson;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.site.PageName;
import dev.lockstep.reports.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that is made from a report. */
public final class Artifacts {
  private Artifacts() {}

  /**
   * Writes report.json first, since all else only shows it, and returns the path of the page to
   * begin with.
   *
   * @throws IOException if the run directory cannot be written
   */
  public static Path write(Path run, RunData data, Report report) throws IOException {
    AtomicFiles.write(run.resolve("report.json"), ReportJson.indented(report));
    AtomicFiles.write(run.resolve("junit.xml"), JunitXml.of(report));
    AtomicFiles.write(run.resolve("summary.md"), Summary.of(report));
    Path site = run.resolve("site");
    AtomicFiles.write(site.resolve(Site.CHARTS), Site.charts());
    for (String name : Site.SHARED) {
      AtomicFiles.write(site.resolve(name), Site.text(name));
    }
    Map<String, String> pages = Site.pages(data, report, Flames.of(run, report));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      AtomicFiles.write(site.resolve(page.getKey()), page.getValue());
    }
    deleteOthers(site, pages.keySet());
    return site.resolve(Site.INDEX);
  }

  /** Deletes the pages of a judge before, which knew more. */
  private static void deleteOthers(Path site, Set<String> pages) throws IOException {
    for (String name : Site.NAMES) {
      if (!pages.contains(name)) {
        Files.deleteIfExists(site.resolve(name));
      }
    }
    for (String directory : List.of(PageName.TRIALS, PageName.TESTS, Site.DIFFERENCES)) {
      if (Files.isDirectory(site.resolve(directory))) {
        for (Path file : files(site.resolve(directory))) {
          String name = directory + "/" + file.getFileName();
          if (name.endsWith(".html") && !pages.contains(name)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
