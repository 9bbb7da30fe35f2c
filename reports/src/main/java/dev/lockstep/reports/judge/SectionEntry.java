/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A section as it is declared: what stands in it, and which questions its figures answer.
 *
 * @param missing what it is about, where nothing of it was measured
 */
record SectionEntry(
    String id,
    String title,
    String hint,
    String missing,
    List<TableEntry> tables,
    List<Rule> rules,
    List<String> notes) {

  static Predicate<Measured> role(String role) {
    return each -> each.is(role);
  }

  /**
   * A table as it is declared. Observations of one construct and one name are one row.
   *
   * @param of which observations it shows
   * @param name what tells rows of a construct apart, or an empty text
   * @param split what is told apart by tables of their own, or null
   * @param column what has a column of its own, or null: then each row is one observation
   * @param heading how such a column is called
   * @param cells one for all columns of a dimension, otherwise one each
   * @param sort the least stands first
   */
  record TableEntry(
      String title,
      String hint,
      String head,
      Predicate<Measured> of,
      Function<Measured, String> name,
      Function<Measured, String> split,
      Function<Measured, String> column,
      Function<String, String> heading,
      List<CellEntry> cells,
      ToDoubleFunction<Measured> sort,
      boolean badges,
      Section.Chart chart) {

    static TableEntry of(String title, String head, Predicate<Measured> of) {
      return new TableEntry(
          title,
          "",
          head,
          of,
          each -> "",
          null,
          null,
          null,
          List.of(),
          each -> each.time().log(),
          true,
          null);
    }

    TableEntry hint(String text) {
      return new TableEntry(
          title, text, head, of, name, split, column, heading, cells, sort, badges, chart);
    }

    TableEntry named(Function<Measured, String> by) {
      return new TableEntry(
          title, hint, head, of, by, split, column, heading, cells, sort, badges, chart);
    }

    TableEntry splitBy(Function<Measured, String> by) {
      return new TableEntry(
          title, hint, head, of, name, by, column, heading, cells, sort, badges, chart);
    }

    TableEntry columns(
        Function<Measured, String> by, Function<String, String> called, CellEntry cell) {
      return new TableEntry(
          title, hint, head, of, name, split, by, called, List.of(cell), sort, badges, chart);
    }

    TableEntry cells(CellEntry... all) {
      return new TableEntry(
          title, hint, head, of, name, split, null, null, List.of(all), sort, badges, chart);
    }

    TableEntry sortedBy(ToDoubleFunction<Measured> by) {
      return new TableEntry(
          title, hint, head, of, name, split, column, heading, cells, by, badges, chart);
    }

    TableEntry withoutBadges() {
      return new TableEntry(
          title, hint, head, of, name, split, column, heading, cells, sort, false, chart);
    }

    TableEntry drawn(String x, String y, boolean logX, boolean logY) {
      Section.Chart drawn = new Section.Chart(x, y, logX, logY);
      return new TableEntry(
          title, hint, head, of, name, split, column, heading, cells, sort, badges, drawn);
    }
  }

  /**
   * What a cell shows.
   *
   * @param title heading of a column that is none of a dimension
   */
  record CellEntry(String title, Function<Measured, Section.Cell> cell) {

    /** Shows words. */
    static CellEntry text(String title, Function<Measured, String> text) {
      return new CellEntry(title, each -> Section.Cell.of(text.apply(each)));
    }

    /** Shows a metric of the trial. */
    static CellEntry metric(String title, String metric) {
      return amount(title, each -> each.amount(metric));
    }

    /** Shows a figure, a dash if it is null, and notes below it, without those that are empty. */
    @SafeVarargs
    static CellEntry amount(
        String title, Function<Measured, Amount> amount, Function<Measured, String>... notes) {
      List<Function<Measured, String>> all = new ArrayList<>();
      for (Function<Measured, String> note : notes) {
        all.add(note);
      }
      return new CellEntry(
          title,
          each -> {
            Amount shown = amount.apply(each);
            List<String> told = new ArrayList<>();
            all.stream()
                .map(note -> note.apply(each))
                .filter(Objects::nonNull)
                .filter(note -> !note.isEmpty())
                .forEach(told::add);
            return new Section.Cell(each.id(), shown, shown == null ? "–" : "", told);
          });
    }
  }
}
