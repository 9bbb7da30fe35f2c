/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Section;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A section as the page shows it, whatever its family.
 *
 * @param answers what its figures tell, each with its evidence
 */
public record SectionView(
    String id,
    String title,
    String hint,
    List<Evidence> answers,
    List<Table> tables,
    List<String> notes) {

  /**
   * One table.
   *
   * @param badges whether there is a column of what speaks for the constructs
   * @param unit of its figures, as far as they are drawn
   * @param chart how it is drawn, or null
   */
  public record Table(
      String id,
      String title,
      String hint,
      String head,
      boolean badges,
      List<Column> columns,
      List<Row> rows,
      String unit,
      Section.Chart chart) {}

  /**
   * One column.
   *
   * @param at the number that it stands for, or null
   */
  public record Column(String title, String at) {}

  /**
   * One row.
   *
   * @param id its anchor
   * @param badge null in a table without them
   */
  public record Row(String id, String label, String name, Badge badge, List<Cell> cells) {}

  /**
   * One cell.
   *
   * @param value the plain figure by which it is sorted and drawn, with its interval; null without
   * @param flame the flame graph of its trial, where that is not linked from the row already
   */
  public record Cell(
      String text, List<String> small, String value, String low, String high, Ledger.Flame flame) {}

  static List<SectionView> of(Report report) {
    Map<String, Price> prices = new HashMap<>();
    report.prices().forEach(price -> prices.put(price.trial(), price));
    Map<String, Badge> badges = new HashMap<>();
    for (Plan.Construct each : report.constructs()) {
      badges.put(each.id(), Badge.of(report, each));
    }
    List<SectionView> views = new ArrayList<>();
    for (Section section : report.sections()) {
      Set<String> anchors = new HashSet<>();
      List<Table> tables = new ArrayList<>();
      for (Section.Table table : section.tables()) {
        String id = section.id() + "-" + Ledger.plain(table.title());
        List<Row> rows = new ArrayList<>();
        for (Section.Row row : table.rows()) {
          rows.add(
              new Row(
                  anchor(id + "-" + Ledger.plain(row.name()), anchors),
                  Quoted.line(row.label()),
                  Quoted.line(row.name()),
                  table.badges() ? badges.get(row.construct()) : null,
                  cells(row, prices)));
        }
        tables.add(
            new Table(
                anchor(id, anchors),
                Quoted.line(table.title()),
                table.hint(),
                table.head(),
                table.badges(),
                table.columns().stream().map(SectionView::column).toList(),
                rows,
                unit(table),
                table.rows().size() > 1 && table.columns().size() > 1 ? table.chart() : null));
      }
      views.add(
          new SectionView(
              section.id(),
              section.title(),
              section.hint(),
              Evidence.of(report, section.findings()),
              tables,
              section.notes()));
    }
    return views;
  }

  /** Returns whether anything of it is drawn. */
  public boolean isDrawn() {
    return tables.stream().anyMatch(table -> table.chart() != null);
  }

  private static String unit(Section.Table table) {
    return table.rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.amount() != null)
        .map(cell -> cell.amount().unit())
        .findFirst()
        .orElse("");
  }

  private static Column column(Section.Column column) {
    return new Column(Quoted.line(column.title()), column.at() == null ? null : plain(column.at()));
  }

  private static String anchor(String wanted, Set<String> taken) {
    String anchor = wanted;
    for (int i = 2; !taken.add(anchor); i++) {
      anchor = wanted + "-" + i;
    }
    return anchor;
  }

  private static List<Cell> cells(Section.Row row, Map<String, Price> prices) {
    Set<String> linked = new HashSet<>();
    List<Cell> cells = new ArrayList<>();
    for (Section.Cell cell : row.cells()) {
      Amount amount = cell.amount();
      Interval interval = amount == null ? null : amount.interval();
      List<String> small = new ArrayList<>();
      if (interval != null) {
        String low = Words.amount(interval.low(), amount.unit());
        String high = Words.amount(interval.high(), amount.unit());
        // What the run was told, such as a rate, has none.
        if (!low.equals(high)) {
          small.add("[%s, %s]".formatted(low, high));
        }
      }
      cell.notes().forEach(note -> small.add(Quoted.line(note)));
      boolean links = amount != null && cell.trial() != null && linked.add(cell.trial());
      cells.add(
          new Cell(
              amount == null
                  ? Quoted.line(cell.text())
                  : Words.amount(amount.value(), amount.unit()),
              small,
              amount == null ? null : plain(amount.value()),
              interval == null ? null : plain(interval.low()),
              interval == null ? null : plain(interval.high()),
              links ? LedgerViews.flame(prices.get(cell.trial())) : null));
    }
    return cells;
  }

  /** A number as scripts read it. */
  private static String plain(double value) {
    return Double.toString(value);
  }
}
