/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.CpythonColumn;
import dev.lockstep.reports.report.CpythonColumn.Java;
import dev.lockstep.reports.report.CpythonColumn.Python;
import dev.lockstep.reports.report.CpythonColumn.Seed;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The seeds' figures, CPython's and Java's side by side.
 *
 * @param told what is known of CPython here, in a sentence
 */
public record CpythonPage(String told, Table lists, Table roundTrips) {

  /** Returns the page, or null if there is neither a figure of Java nor one of CPython. */
  static CpythonPage of(Report report) {
    CpythonColumn column = report.cpython();
    boolean any =
        !column.status().equals("NOT_PLANNED")
            || column.rows().stream().anyMatch(row -> row.warm() != null || row.cold() != null);
    if (!any) {
      return null;
    }
    Map<String, Price> prices = new HashMap<>();
    report.prices().forEach(price -> prices.put(price.trial(), price));
    return new CpythonPage(
        told(column),
        lists(column, prices),
        column.roundTrips().isEmpty() ? null : roundTrips(column, prices));
  }

  private static String told(CpythonColumn column) {
    String lock =
        column.gil() == null
            ? ""
            : column.gil() ? ", with its global lock" : ", without a global lock";
    String version =
        column.version() == null ? "" : "CPython " + Quoted.name(column.version()) + lock + ". ";
    return version + Quoted.line(column.why());
  }

  private static Table lists(CpythonColumn column, Map<String, Price> prices) {
    boolean python = column.status().equals("MEASURED");
    List<Table.Row> rows = new ArrayList<>();
    for (CpythonColumn.Row row : column.rows()) {
      List<Ledger.Cell> cells = new ArrayList<>();
      cells.add(seeds(row.seeds()));
      if (python) {
        cells.add(python(row.python()));
      }
      cells.add(java(row.warm(), prices));
      cells.add(java(row.cold(), prices));
      String way = row.way().toLowerCase(Locale.ROOT);
      rows.add(new Table.Row(Quoted.name(row.workload()), way, cells));
    }
    List<String> columns = new ArrayList<>(List.of("the Python chapter says"));
    if (python) {
      columns.add("CPython here");
    }
    columns.add("Java here, warm");
    columns.add("Java here, cold");
    return new Table(
        "A chapter on Python, CPython here, Java here",
        "how many times as fast as that place's own serial run, and the seconds for the whole list;"
            + " the editions are those of Effective Python; Java's threads are FIXED, its processes"
            + " PROCESS_POOL",
        "way",
        columns,
        rows);
  }

  private static Ledger.Cell seeds(List<Seed> seeds) {
    if (seeds.isEmpty()) {
      return Ledger.Cell.of("–", "", "it does not say");
    }
    List<String> ratios = new ArrayList<>();
    List<String> small = new ArrayList<>();
    for (Seed seed : seeds) {
      if (seed.ratio() != null) {
        ratios.add(Figures.times(seed.ratio()));
      }
      String workers = seed.workers().isEmpty() ? "" : " (" + seed.workers() + ")";
      small.add(seed.source() + " " + seconds(seed.seconds()) + workers);
    }
    return Ledger.Cell.of(
        ratios.isEmpty() ? "1×" : String.join(", ", ratios),
        String.join(", ", small),
        "as printed in the Python chapter, in brackets the workers");
  }

  private static Ledger.Cell python(Python python) {
    if (python == null) {
      return Ledger.Cell.of("–", "", "not measured");
    }
    List<String> title = new ArrayList<>();
    title.add(Counts.workers(python.workers()));
    title.add(python.processes() + (python.processes() == 1 ? " process" : " processes"));
    if (python.ratio() != null && python.ratio().interval() != null) {
      title.add("95 % interval " + Figures.timesInterval(python.ratio().interval()));
    }
    return Ledger.Cell.of(
        python.ratio() == null ? "–" : Figures.times(python.ratio().value()),
        python.interval() == null
            ? seconds(python.seconds()) + ", no interval"
            : seconds(python.seconds()) + " " + Figures.interval(python.interval()),
        String.join(", ", title));
  }

  private static Ledger.Cell java(Java java, Map<String, Price> prices) {
    if (java == null) {
      return Ledger.Cell.of("–", "", "not measured");
    }
    String workers = java.workers() == null ? "" : ", " + Counts.workers(java.workers());
    return new Ledger.Cell(
        java.ratio() == null ? "–" : Figures.times(java.ratio()),
        seconds(java.seconds()),
        Quoted.name(java.kind()) + workers,
        LedgerViews.flame(prices.get(java.trial())));
  }

  private static String seconds(double seconds) {
    return Figures.figure(seconds) + " s";
  }

  private static Table roundTrips(CpythonColumn column, Map<String, Price> prices) {
    List<Table.Row> rows = new ArrayList<>();
    for (CpythonColumn.RoundTrip trip : column.roundTrips()) {
      rows.add(
          new Table.Row(
              "",
              Quoted.name(trip.who()),
              List.of(
                  new Ledger.Cell(
                      Figures.figure(trip.micros()) + " µs",
                      "",
                      trip.trial() == null ? "median of its batches" : Quoted.name(trip.trial()),
                      LedgerViews.flame(prices.get(trip.trial()))),
                  share(trip))));
    }
    return new Table(
        "One trivial task, there and back",
        "beside CPython's pool of processes",
        "way",
        List.of("round trip", "by CPython's"),
        rows);
  }

  private static Ledger.Cell share(CpythonColumn.RoundTrip trip) {
    if (trip.ofCpython() == null) {
      return Ledger.Cell.of("–", "", "CPython was not measured");
    }
    return Ledger.Cell.of(Figures.figure(trip.ofCpython()), "", "");
  }
}
