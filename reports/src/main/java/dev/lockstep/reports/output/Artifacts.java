/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.output;

import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.ReportJson;
import dev.lockstep.reports.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

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
    Map<String, String> pages = Site.pages(report);
    for (String name : Site.NAMES) {
      if (pages.containsKey(name)) {
        AtomicFiles.write(site.resolve(name), pages.get(name));
      } else {
        Files.deleteIfExists(site.resolve(name)); // of a judge before, which knew more
      }
    }
    return site.resolve(Site.INDEX);
  }
}
