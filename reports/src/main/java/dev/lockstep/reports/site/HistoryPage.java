/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import gg.jte.output.StringOutput;
import java.util.List;

/** Renders the list of nights. */
public final class HistoryPage {
  private HistoryPage() {}

  /** One night; the link is relative to the history. */
  public record Row(
      String start,
      String plan,
      String commit,
      String verdict,
      String proofs,
      String prices,
      String link,
      String sentence) {

    /** Returns the first characters of the commit, as it is commonly told. */
    public String shortCommit() {
      return Pages.shortCommit(commit);
    }

    /** Returns the CSS class of the verdict. */
    public String style() {
      return switch (verdict) {
        case "PASS" -> "ok";
        case "BROKEN" -> "no";
        default -> "open";
      };
    }
  }

  /** Returns the page as HTML. */
  public static String html(List<Row> rows) {
    StringOutput html = new StringOutput();
    Site.render("history.jte", new View(rows, Site.style()), html);
    return html.toString();
  }

  /** What the template shows. */
  public record View(List<Row> rows, String style) {}
}
