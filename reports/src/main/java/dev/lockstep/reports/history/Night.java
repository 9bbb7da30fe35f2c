/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.history;

import dev.lockstep.reports.run.BadInput;
import dev.lockstep.reports.run.JsonFile;
import dev.lockstep.reports.run.JsonView;
import java.nio.file.Path;
import java.util.List;

/**
 * One run that was kept.
 *
 * @param night name of its directory
 * @param proofs proven of planned; twins are none
 * @param prices measured of planned
 * @param page its page, relative to the history
 */
public record Night(
    String night,
    String start,
    String plan,
    String commit,
    String verdict,
    String sentence,
    Share proofs,
    Share prices,
    String page) {

  /** So many of so many. */
  public record Share(int good, int of) {
    @Override
    public String toString() {
      return good + " of " + of;
    }
  }

  /** Returns a night from its directory; one that cannot be read is still listed, and says so. */
  static Night read(Path directory) {
    String name = directory.getFileName().toString();
    String page = "nights/" + name + "/site/index.html";
    try {
      JsonView report = JsonFile.object(directory, "report.json");
      List<JsonView> proofs =
          report.list("proofs").stream()
              .filter(proof -> proof.flag("planned") && proof.text("role").equals("PROOF"))
              .toList();
      List<JsonView> prices = report.list("prices");
      return new Night(
          name,
          orUnknown(report.textOrNull("start")),
          report.text("plan"),
          report.text("commit"),
          report.text("verdict"),
          report.text("sentence"),
          share(proofs, "PROVEN"),
          share(prices, "MEASURED"),
          page);
    } catch (BadInput e) {
      Share none = new Share(0, 0);
      String unknown = "unknown";
      return new Night(
          name, unknown, unknown, unknown, "UNREADABLE", e.getMessage(), none, none, page);
    }
  }

  private static String orUnknown(String text) {
    return text == null ? "unknown" : text;
  }

  private static Share share(List<JsonView> all, String status) {
    int good = 0;
    for (JsonView each : all) {
      good += each.text("status").equals(status) ? 1 : 0;
    }
    return new Share(good, all.size());
  }
}
