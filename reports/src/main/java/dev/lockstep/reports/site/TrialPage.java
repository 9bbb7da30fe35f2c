/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.FlameGraph;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Observation;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that is known of one trial. Links are relative to the first page.
 *
 * @param href this page
 * @param figure the score, or both of them if the forks fall into two, or a dash
 * @param interval what stands behind it
 * @param told how many forks, and which direction is better
 * @param command what measures it again, or an empty text
 * @param flags of the JVM of its forks
 * @param raw files of the run directory
 * @param whyNoGraph why there is no flame graph, or an empty text
 */
public record TrialPage(
    String id,
    String href,
    String figure,
    String interval,
    String told,
    List<Fact> facts,
    List<String> notes,
    List<Tested> tests,
    ForkTable forks,
    String command,
    List<String> flags,
    List<Page.Link> raw,
    List<Graph> graphs,
    String whyNoGraph) {
  /** Roles of trials that time single operations. */
  private static final Set<String> PERCENTILES = Set.of("LATENCY", "OPEN_LOOP");

  /**
   * One fact.
   *
   * @param href what it links to, or an empty text
   */
  public record Fact(String name, String value, String href) {
    Fact(String name, String value) {
      this(name, value, "");
    }
  }

  /** One test of the construct, and what it is worth. */
  public record Tested(String test, String href, Badge badge) {}

  /**
   * One flame graph.
   *
   * @param told how it was taken, and what is wrong with it
   */
  public record Graph(String event, String href, String told) {}

  /** Returns the page of a price; links name only rows that a page has. */
  static TrialPage of(Report report, RunData data, Page page, Price price) {
    TrialRecord trial = data.trials().get(price.trial());
    JmhResult result = data.prices() == null ? null : data.prices().get(key(data, price));
    JmhResult.Setting setting = result == null ? null : result.setting();
    List<String> common = data.plan().jvmArguments();
    return new TrialPage(
        Quoted.line(price.trial()),
        PageName.ofTrial(price.trial()),
        figure(price) + " " + Quoted.name(price.unit()),
        interval(price),
        told(price, trial),
        facts(report, data, page, price),
        price.notes().stream().map(Quoted::line).toList(),
        tests(report, price.construct()),
        ForkTable.of(price, trial),
        Command.of(price, setting, common),
        (setting == null || setting.jvmArguments().isEmpty() ? common : setting.jvmArguments())
            .stream().map(Quoted::name).toList(),
        raw(price, trial),
        graphs(price, trial),
        price.flame() == null && price.flameWhy() != null ? Quoted.line(price.flameWhy()) : "");
  }

  private static Object key(RunData data, Price price) {
    return planned(data, price.trial()).key();
  }

  private static Plan.Trial planned(RunData data, String id) {
    return data.plan().trials().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String figure(Price price) {
    if (price.score() == null) {
      return "–";
    }
    return price.modes().isEmpty()
        ? Figures.figure(price.score())
        : price.modes().stream()
            .map(mode -> Figures.figure(mode.score()))
            .collect(Collectors.joining(" or "));
  }

  private static String interval(Price price) {
    if (price.score() == null) {
      return price.status().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    if (!price.modes().isEmpty()) {
      return "two paces: " + Words.modes(price.modes());
    }
    return price.interval() == null
        ? "no interval: it takes 3 forks"
        : Figures.interval(price.interval()) + " 95 % interval";
  }

  private static String told(Price price, TrialRecord trial) {
    int measured = trial == null ? price.forks() : trial.forks().size();
    String forks =
        measured == price.forks()
            ? Counts.of(measured, "fork")
            : "%s of %s count".formatted(price.forks(), Counts.of(measured, "fork"));
    return "%s, %s planned · %s is better"
        .formatted(forks, price.forksPlanned(), price.mode().equals("thrpt") ? "more" : "less");
  }

  private static List<Fact> facts(Report report, RunData data, Page page, Price price) {
    List<Fact> facts = new ArrayList<>();
    if (price.construct() != null) {
      facts.add(new Fact("construct", Quoted.name(price.construct()), page.row(price.construct())));
    }
    page.section(price.role())
        .ifPresent(it -> facts.add(new Fact("stands in", it.text(), it.href())));
    facts.add(new Fact("benchmark", Quoted.name(price.benchmark())));
    facts.add(new Fact("source", source(report, price.benchmark())));
    price
        .params()
        .forEach((name, value) -> facts.add(new Fact(Quoted.name(name), Quoted.name(value))));
    facts.add(new Fact("threads", Integer.toString(price.threads())));
    facts.add(new Fact("mode", mode(price.mode())));
    Plan.Trial planned = planned(data, price.trial());
    trial(facts, report, "baseline", planned.baseline(), price.trial());
    trial(facts, report, "the same, warm", planned.warm(), price.trial());
    if (price.role() != null && PERCENTILES.contains(price.role())) {
      report.observations().stream()
          .filter(each -> each.trial().equals(price.trial()))
          .forEach(each -> latency(facts, each));
    }
    costs(facts, price);
    return facts;
  }

  private static String source(Report report, String benchmark) {
    String type = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
    return Quoted.line(
        "jmh/src/main/java/%s.java at %s"
            .formatted(type.replace('.', '/'), Pages.shortCommit(report.commit())));
  }

  private static void trial(List<Fact> facts, Report report, String name, String id, String self) {
    if (id != null && !id.equals(self)) {
      boolean isThere = report.prices().stream().anyMatch(each -> each.trial().equals(id));
      facts.add(new Fact(name, Quoted.name(id), isThere ? PageName.ofTrial(id) : ""));
    }
  }

  private static String mode(String mode) {
    return switch (mode) {
      case "avgt" -> "mean time of an operation";
      case "thrpt" -> "operations in a unit of time";
      case "sample" -> "times of single operations";
      case "ss" -> "single shots, one an iteration";
      default -> Quoted.name(mode);
    };
  }

  /** Everything that is known of single operations, by the names of the metrics. */
  private static void latency(List<Fact> facts, Observation observed) {
    observed
        .metrics()
        .forEach(
            (name, metric) -> {
              Interval interval = metric.interval();
              String figure = Words.amount(metric.value(), metric.unit());
              String range =
                  interval == null
                      ? ""
                      : " [%s, %s]"
                          .formatted(
                              Words.amount(interval.low(), metric.unit()),
                              Words.amount(interval.high(), metric.unit()));
              facts.add(new Fact(name, figure + range));
            });
  }

  private static void costs(List<Fact> facts, Price price) {
    if (price.cpuPerOp() != null) {
      String children =
          price.childCpuPerOp() == null
              ? ""
              : " and %s of its worker processes".formatted(Figures.nanos(price.childCpuPerOp()));
      facts.add(new Fact("CPU per operation", Figures.nanos(price.cpuPerOp()) + children));
    }
    perOperation(facts, "bytes per operation", price.bytesPerOp());
    perOperation(facts, "voluntary switches per operation", price.voluntarySwitchesPerOp());
    perOperation(facts, "forced switches per operation", price.involuntarySwitchesPerOp());
    if (price.lost() != null && price.expected() != null) {
      facts.add(
          new Fact(
              "updates lost",
              "%s of %s"
                  .formatted(Figures.rounded(price.lost()), Figures.rounded(price.expected()))));
    }
    for (Map.Entry<String, Double> each : price.hardware().entrySet()) {
      perOperation(facts, Quoted.name(each.getKey()) + " per operation", each.getValue());
    }
  }

  private static void perOperation(List<Fact> facts, String name, Double value) {
    if (value != null) {
      facts.add(new Fact(name, Figures.figure(value)));
    }
  }

  /** Returns the proofs and exhibits of a construct, each with its page. */
  private static List<Tested> tests(Report report, String construct) {
    List<Tested> tests = new ArrayList<>();
    report.proofs().stream()
        .filter(each -> !each.twin() && each.construct() != null)
        .filter(each -> each.construct().equals(construct))
        .forEach(each -> tests.add(tested(each.test(), Badge.of(each))));
    report.exhibits().stream()
        .filter(each -> each.construct().equals(construct))
        .forEach(each -> tests.add(tested(each.test(), Badge.of(each))));
    return tests;
  }

  private static Tested tested(String test, Badge badge) {
    return new Tested(Words.simple(test), PageName.ofTest(test), badge);
  }

  private static List<Page.Link> raw(Price price, TrialRecord trial) {
    List<Page.Link> raw = new ArrayList<>();
    if (trial != null) {
      raw.add(
          new Page.Link("forks and iterations", Figures.link("trials/" + price.trial() + ".json")));
    }
    raw.add(new Page.Link("jmh.json", Figures.link("jmh.json")));
    for (FlameGraph graph : price.flames()) {
      if (graph.html() != null) {
        raw.add(new Page.Link("flame graph, " + graph.event(), Figures.link(graph.html())));
      }
    }
    return raw;
  }

  private static List<Graph> graphs(Price price, TrialRecord trial) {
    List<Graph> graphs = new ArrayList<>();
    for (FlameGraph graph : price.flames()) {
      if (graph.html() != null) {
        List<String> told = new ArrayList<>();
        told.add(
            Counts.of(graph.samples(), "sample")
                + (trial == null ? "" : " by " + Quoted.name(trial.profile().engine())));
        told.add(Words.percent(graph.compilerShare()) + " of it the JIT compiler");
        if (graph.blindToVirtual()) {
          told.add("it sees virtual threads only while they are mounted");
        }
        graphs.add(new Graph(graph.event(), Figures.link(graph.html()), String.join(", ", told)));
      }
    }
    return graphs;
  }
}
