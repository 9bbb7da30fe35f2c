/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Pipelines;
import dev.lockstep.reports.report.Pipelines.HandMade;
import dev.lockstep.reports.report.Pipelines.Row;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts what is known of queues and pipelines into the words of the page. */
final class QueuesPages {
  private static final List<String> CORRECTIONS =
      List.of(
          "The editions of the Python chapter differ: one worker per stage, or 3, 4 and 5. Both are"
              + " measured; with several workers the end must be put once per worker, and a stage"
              + " is closed only after the queue before it was joined, else a worker may still put"
              + " behind the end.",
          "Two of the three editions join the queues and never the threads; here both are joined,"
              + " so that nothing outlives the line.",
          "A put that waits for room needs only a get: task_done tells join that an item is done,"
              + " and makes no room, whatever one edition of the Python chapter says.",
          "Setting a field of a running worker to nothing, so that it fails and ends, is a data"
              + " race: it need never be seen. A sentinel in the queue always is.");

  private final Report report;
  private final Pipelines pipelines;
  private final Map<String, Price> prices = new HashMap<>();

  private QueuesPages(Report report) {
    this.report = report;
    this.pipelines = report.pipelines();
    report.prices().forEach(price -> prices.put(price.trial(), price));
  }

  /** Returns the page, or null if no pipeline was measured. */
  static QueuesPage of(Report report) {
    QueuesPages pages = new QueuesPages(report);
    Pipelines pipelines = report.pipelines();
    if (pipelines.rows().isEmpty() && pipelines.handMade().isEmpty()) {
      return null;
    }
    List<Plot> plots = new ArrayList<>();
    for (String layout : QueuePlots.layouts(pipelines.rows())) {
      plots.add(QueuePlots.of(pipelines, layout));
    }
    return new QueuesPage(
        pages.table(true),
        pages.table(false),
        Evidence.of(report, pipelines.findings()),
        plots.stream().filter(Objects::nonNull).toList(),
        pages.settings(),
        pages.handMade(),
        CORRECTIONS);
  }

  /** Whether a row is of the setting in which queues are compared. */
  private static boolean base(Row row) {
    return row.layout().equals("1/1/1") && !row.waits() && !"VIRTUAL".equals(row.thread());
  }

  private Table table(boolean queues) {
    Map<String, Map<String, Row>> byKind = new LinkedHashMap<>();
    for (Row row : pipelines.rows()) {
      if (row.queue() == queues && base(row)) {
        byKind
            .computeIfAbsent(row.construct(), kind -> new LinkedHashMap<>())
            .put(row.capacity(), row);
      }
    }
    if (byKind.isEmpty()) {
      return null;
    }
    List<String> capacities = new ArrayList<>();
    byKind.values().forEach(rows -> rows.keySet().forEach(capacities::add));
    List<String> columns =
        capacities.stream().distinct().sorted(Comparator.comparingDouble(this::room)).toList();
    boolean python = pipelines.rows().stream().anyMatch(row -> row.overCpython() != null);
    List<List<Row>> sorted = new ArrayList<>();
    byKind.values().forEach(rows -> sorted.add(List.copyOf(rows.values())));
    sorted.sort(Comparator.comparingDouble(rows -> -best(rows)));
    List<Table.Row> rows = new ArrayList<>();
    for (List<Row> each : sorted) {
      rows.add(row(each, columns, python));
    }
    if (queues) {
      rows.addAll(python(columns));
    }
    List<String> headings = new ArrayList<>();
    columns.forEach(capacity -> headings.add(heading(capacity)));
    headings.add("over DIRECT");
    if (python) {
      headings.add("over CPython");
    }
    headings.addAll(List.of("CPU per item", "bytes per item", "takes", "deepest", "known after"));
    return new Table(
        queues ? "Items a second by queue and bound" : "The same line without the suite's pipeline",
        queues
            ? "1,000 items through three stages of one worker that do nothing, the fastest first;"
                + " the columns after the bounds are of the roomiest: speed by DIRECT's, the line"
                + " by hand on LinkedBlockingQueue, and by CPython's; takes and, if any, empty"
                + " polls per run; most items waiting; how long after the last item the caller"
                + " knew"
            : "the same items and stages: by hand, with the platform's own means, as one ring of"
                + " the Disruptor, and the caller's plain loop",
        queues ? "queue" : "line",
        headings,
        rows);
  }

  private double room(String capacity) {
    return capacity.matches("[0-9]{1,9}") ? -Integer.parseInt(capacity) : Double.NEGATIVE_INFINITY;
  }

  static String heading(String capacity) {
    return switch (capacity) {
      case "UNBOUNDED" -> "unbounded";
      case "0" -> "no room";
      default -> "bound " + Quoted.name(capacity);
    };
  }

  private static double best(List<Row> rows) {
    return rows.stream().mapToDouble(row -> row.rate().value()).max().orElse(0);
  }

  private Table.Row row(List<Row> rows, List<String> capacities, boolean python) {
    Row roomy = rows.stream().min(Comparator.comparingDouble(row -> room(row.capacity()))).get();
    List<Ledger.Cell> cells = new ArrayList<>();
    for (String capacity : capacities) {
      Row at = null;
      for (Row row : rows) {
        at = row.capacity().equals(capacity) ? row : at;
      }
      cells.add(at == null ? Ledger.Cell.of("", "", "not measured") : rate(at, null));
    }
    Pipelines.Against direct = roomy.direct();
    cells.add(
        direct == null
            ? none()
            : Ledger.Cell.of(
                Figures.times(direct.ratio().value()),
                direct.ratio().interval() == null
                    ? ""
                    : Figures.timesInterval(direct.ratio().interval()),
                Quoted.name(direct.trial())));
    if (python) {
      cells.add(
          roomy.overCpython() == null
              ? none()
              : Ledger.Cell.of(Figures.figure(roomy.overCpython()) + "×", "", "by the medians"));
    }
    cells.add(roomy.cpuNanos() == null ? none() : value(Figures.nanos(roomy.cpuNanos())));
    cells.add(roomy.bytes() == null ? none() : value(Figures.figure(roomy.bytes())));
    Pipelines.Counts counts = roomy.counts();
    Double empty = counts.emptyPolls();
    cells.add(
        counts.takes() == null || counts.takes() == 0
            ? none()
            : Ledger.Cell.of(
                Figures.rounded(counts.takes()),
                empty == null || empty == 0 ? "" : Figures.rounded(empty) + " empty",
                "per run of 1,000 items"));
    cells.add(counts.maxDepth() == null ? none() : value(Figures.rounded(counts.maxDepth())));
    cells.add(counts.lagMicros() == null ? none() : value(Figures.nanos(counts.lagMicros() * 1e3)));
    return new Table.Row(
        Quoted.name(roomy.label()), Quoted.name(roomy.kind()), badge(roomy.construct()), cells);
  }

  private List<Table.Row> python(List<String> capacities) {
    List<Table.Row> rows = new ArrayList<>();
    for (Pipelines.Python each : pipelines.cpython()) {
      if (each.workers().equals(List.of(1, 1, 1))) {
        List<Ledger.Cell> cells = new ArrayList<>();
        for (String capacity : capacities) {
          cells.add(
              capacity.equals("UNBOUNDED") || (!capacities.contains("UNBOUNDED") && cells.isEmpty())
                  ? Ledger.Cell.of(
                      Figures.rate(each.rate()),
                      "median of " + each.repetitions(),
                      "%s items in %s to %s s"
                          .formatted(
                              Figures.count(each.items()),
                              Figures.figure(each.low()),
                              Figures.figure(each.high())))
                  : Ledger.Cell.of("", "", ""));
        }
        String version = report.cpython().version();
        rows.add(
            new Table.Row(
                "CPython" + (version == null ? "" : " " + Quoted.name(version)),
                each.queue().equals("POLLING") ? "MyQueue, by hand" : "ClosableQueue",
                new Badge("none", "not judged", "the program of the Python chapter"),
                cells));
      }
    }
    return rows;
  }

  private Ledger.Cell rate(Row row, String small) {
    String interval =
        row.rate().interval() == null
            ? "no interval"
            : "95 %% interval [%s, %s]"
                .formatted(
                    Figures.rate(row.rate().interval().low()),
                    Figures.rate(row.rate().interval().high()));
    return new Ledger.Cell(
        Figures.rate(row.rate().value()),
        small == null ? spread(row) : small,
        "%s items a second, %s; %s"
            .formatted(Figures.rounded(row.rate().value()), interval, Quoted.name(row.trial())),
        LedgerViews.flame(prices.get(row.trial())));
  }

  private static String spread(Row row) {
    return row.rate().interval() == null
        ? "no interval"
        : "[%s, %s]"
            .formatted(
                Figures.rate(row.rate().interval().low()),
                Figures.rate(row.rate().interval().high()));
  }

  private static Ledger.Cell none() {
    return Ledger.Cell.of("–", "", "not measured");
  }

  private static Ledger.Cell value(String text) {
    return Ledger.Cell.of(text, "", "");
  }

  private Badge badge(String construct) {
    for (Plan.Construct each : report.constructs()) {
      if (each.id().equals(construct)) {
        return Badge.of(report, each);
      }
    }
    return new Badge("none", "not planned", "");
  }

  /** One column per setting that is not the one in which queues are compared. */
  private Table settings() {
    Set<String> columns = new LinkedHashSet<>();
    Map<List<String>, Map<String, Row>> rows = new LinkedHashMap<>();
    for (Row row : pipelines.rows()) {
      if (!base(row)) {
        String thread =
            row.thread() == null ? "" : "VIRTUAL".equals(row.thread()) ? " virtual" : "";
        String setting =
            "%s, %s µs%s"
                .formatted(Quoted.name(row.layout()), Quoted.name(row.latencyMicros()), thread);
        columns.add(setting);
        rows.computeIfAbsent(
                List.of(row.construct(), Quoted.name(row.label()) + ", " + heading(row.capacity())),
                key -> new HashMap<>())
            .put(setting, row);
      }
    }
    if (rows.isEmpty()) {
      return null;
    }
    List<String> sorted = columns.stream().sorted().toList();
    List<Table.Row> all = new ArrayList<>();
    rows.forEach(
        (key, settings) -> {
          List<Ledger.Cell> cells = new ArrayList<>();
          for (String column : sorted) {
            Row row = settings.get(column);
            cells.add(
                row == null
                    ? Ledger.Cell.of("", "", "not measured")
                    : rate(
                        row,
                        row.bound() == null
                            ? null
                            : Figures.percent(row.bound().share()) + " of bound"));
          }
          all.add(
              new Table.Row(
                  key.get(1),
                  Quoted.name(key.get(0).substring(key.get(0).indexOf(':') + 1)),
                  cells));
        });
    return new Table(
        "Where stages wait, and with more workers",
        "items a second by workers per stage, latency of each stage, and thread; the bound is that"
            + " of the slowest stage, workers by latency",
        "queue or line",
        sorted,
        all);
  }

  /** The four problems that the Python chapter names, as figures. */
  private Table handMade() {
    if (pipelines.handMade().isEmpty()) {
      return null;
    }
    List<Table.Row> rows = new ArrayList<>();
    for (HandMade each : pipelines.handMade()) {
      List<Ledger.Cell> cells = new ArrayList<>();
      cells.add(
          each.emptyPolls() == null
              ? none()
              : new Ledger.Cell(
                  Figures.rounded(each.emptyPolls()),
                  each.polls() == null || each.polls() == 0
                      ? ""
                      : "of " + Figures.rounded(each.polls()) + " polls",
                  Quoted.name(each.trial()),
                  LedgerViews.flame(prices.get(each.trial()))));
      cells.add(
          each.idleCpu() == null
              ? none()
              : Ledger.Cell.of(Words.percent(each.idleCpu()), "of a core", ""));
      cells.add(each.lagMicros() == null ? none() : value(Figures.nanos(each.lagMicros() * 1e3)));
      cells.add(
          each.workersLeft() == null
              ? none()
              : Ledger.Cell.of(Figures.rounded(each.workersLeft()), "threads", ""));
      cells.add(
          each.maxDepth() == null
              ? none()
              : Ledger.Cell.of(Figures.rounded(each.maxDepth()), "of 1,000 items", ""));
      rows.add(
          new Table.Row(
              Quoted.name(each.label()), Quoted.name(each.kind()), badge(each.construct()), cells));
    }
    return new Table(
        "The four problems of the queue made by hand",
        "the Python chapter's own worker and main loop, which sleep 10 and 100 ms, beside the"
            + " closable queue",
        "queue",
        List.of(
            "1. empty polls",
            "CPU while idle",
            "2. end known after",
            "3. workers that cannot be stopped",
            "4. deepest before a slow stage"),
        rows);
  }
}
