/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.judge.SectionEntry.CellEntry;
import dev.lockstep.reports.judge.SectionEntry.TableEntry;
import dev.lockstep.reports.report.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Makes the tables of sections from what was measured. */
final class SectionMaker {
  private static final Section.Cell EMPTY = Section.Cell.of("");

  /** The columns of a dimension: numbers in their order, and words behind them. */
  private static final Comparator<String> ORDER =
      Comparator.comparingDouble((String text) -> at(text).orElse(Double.POSITIVE_INFINITY))
          .thenComparing(Comparator.naturalOrder());

  private SectionMaker() {}

  /** Returns the sections of which anything was measured, in the order of their entries. */
  static List<Section> make(List<SectionEntry> entries, Observations run) {
    Findings findings = new Findings(entries, run);
    List<Section> sections = new ArrayList<>();
    for (SectionEntry entry : entries) {
      List<Section.Table> tables = new ArrayList<>();
      entry.tables().forEach(each -> tables.addAll(tables(each, run)));
      if (!tables.isEmpty()) {
        sections.add(
            new Section(
                entry.id(),
                entry.title(),
                entry.hint(),
                findings.of(entry),
                List.copyOf(tables),
                entry.notes()));
      }
    }
    return sections;
  }

  /** Returns the tables of an entry, of several the largest first. */
  private static List<Section.Table> tables(TableEntry entry, Observations run) {
    Map<String, List<Measured>> groups = new LinkedHashMap<>();
    for (Measured each : run.all()) {
      if (entry.of().test(each)) {
        String group = entry.split() == null ? "" : entry.split().apply(each);
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(each);
      }
    }
    List<Section.Table> tables = new ArrayList<>();
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
        .forEach(
            group -> {
              String of = group.getKey().isEmpty() ? "" : ": " + group.getKey();
              tables.add(table(entry, entry.title() + of, group.getValue()));
            });
    return tables;
  }

  private static Section.Table table(TableEntry entry, String title, List<Measured> all) {
    Map<List<String>, List<Measured>> byRow = new LinkedHashMap<>();
    TreeSet<String> at = new TreeSet<>(ORDER);
    for (Measured each : all) {
      String own = entry.column() == null ? each.id() : "";
      byRow
          .computeIfAbsent(
              List.of(each.trial().construct(), entry.name().apply(each), own),
              key -> new ArrayList<>())
          .add(each);
      if (entry.column() != null) {
        at.add(entry.column().apply(each));
      }
    }
    List<List<Measured>> rows = new ArrayList<>(byRow.values());
    rows.sort(
        Comparator.comparingDouble(
            row -> row.stream().mapToDouble(entry.sort()).min().orElse(Double.NaN)));
    List<Section.Column> columns = new ArrayList<>();
    if (entry.column() == null) {
      entry.cells().forEach(cell -> columns.add(new Section.Column(cell.title(), null)));
    } else {
      for (String text : at) {
        OptionalDouble number = at(text);
        columns.add(
            new Section.Column(
                entry.heading().apply(text), number.isPresent() ? number.getAsDouble() : null));
      }
    }
    return new Section.Table(
        title,
        entry.hint(),
        entry.head(),
        entry.badges(),
        List.copyOf(columns),
        rows.stream().map(row -> row(entry, row, at)).toList(),
        entry.chart());
  }

  private static Section.Row row(TableEntry entry, List<Measured> row, Set<String> at) {
    Measured first = row.get(0);
    List<Section.Cell> cells = new ArrayList<>();
    if (entry.column() == null) {
      entry.cells().forEach(cell -> cells.add(cell.cell().apply(first)));
    } else {
      CellEntry cell = entry.cells().get(0);
      Map<String, Measured> byColumn = new HashMap<>();
      row.forEach(each -> byColumn.putIfAbsent(entry.column().apply(each), each));
      for (String column : at) {
        Measured here = byColumn.get(column);
        cells.add(here == null ? EMPTY : cell.cell().apply(here));
      }
    }
    String name = entry.name().apply(first);
    return new Section.Row(
        first.trial().construct(),
        first.label(),
        first.kind() + (name.isEmpty() ? "" : ", " + name),
        cells);
  }

  private static OptionalDouble at(String text) {
    return text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }
}
