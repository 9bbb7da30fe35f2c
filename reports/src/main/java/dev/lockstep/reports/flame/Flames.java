/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.judge.FlameShares;
import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Executors.Shares;
import dev.lockstep.reports.report.FlameGraph;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.Stacks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All flame graphs of a run: their index, and the pages of where two of them differ. What cannot be
 * read is said there and costs nothing else.
 *
 * @param index null if no trial was planned
 */
public record Flames(FlameIndex index, List<DifferencePage> differences) {
  /** A run without any. */
  public static final Flames NONE = new Flames(null, List.of());

  /** Reads the samples of a run that has been judged. */
  public static Flames of(Path run, Report report) {
    if (report.prices().isEmpty()) {
      return NONE;
    }
    TrialNames names = new TrialNames(report.constructs());
    Pairs pairs = Pairs.of(run, report, names);
    Map<String, String> pages = new HashMap<>();
    pairs.pages().forEach(page -> pages.put(page.b().id() + " " + page.event(), page.file()));
    List<FlameIndex.Row> rows = new ArrayList<>();
    List<FlameIndex.Missing> missing = new ArrayList<>();
    for (Price price : report.prices()) {
      String name = names.of(price);
      if (price.flames().isEmpty()) {
        String why = price.flameWhy() == null ? "none was recorded" : price.flameWhy();
        missing.add(new FlameIndex.Missing(name, TrialNames.id(price), "", why));
      }
      for (FlameGraph graph : price.flames()) {
        if (graph.html() == null) {
          missing.add(
              new FlameIndex.Missing(
                  name, TrialNames.id(price), graph.event(), String.valueOf(graph.collapsedWhy())));
        } else {
          String page = pages.get(TrialNames.id(price) + " " + graph.event());
          rows.add(row(run, name, price, graph, page));
        }
      }
    }
    return new Flames(
        new FlameIndex(rows, missing, pairs.pages().size(), pairs.without()), pairs.pages());
  }

  private static FlameIndex.Row row(
      Path run, String name, Price price, FlameGraph graph, String difference) {
    Stacks stacks =
        graph.collapsed() == null
            ? new Stacks(List.of(), graph.collapsedWhy())
            : Stacks.read(run.resolve(graph.collapsed()));
    boolean read = stacks.fault() == null;
    Shares shares = read ? FlameShares.of(stacks) : null;
    return new FlameIndex.Row(
        name,
        TrialNames.id(price),
        price.trial(),
        graph.event(),
        Words.count(graph.samples()),
        graph.engine(),
        Words.percent(graph.compilerShare()),
        read ? Words.percent(Activity.COLLECTOR.shareOf(stacks)) : "",
        shares == null ? "" : Words.percent(shares.system()),
        read && graph.event().equals("wall") ? Words.percent(Activity.WAITING.shareOf(stacks)) : "",
        graph.blindToVirtual(),
        graph.html(),
        graph.collapsed(),
        difference,
        read ? "" : String.valueOf(stacks.fault()));
  }
}
