/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.FlameGraph;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Stacks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sets the profile of every trial that the plan compares with another against that one's.
 *
 * @param without why some have no page, a sentence each
 */
record Pairs(List<DifferencePage> pages, List<String> without) {
  /** A run has no more such pages. */
  static final int MOST = 120;

  private static final List<String> EVENTS = List.of("cpu", "wall");
  private static final int LONGEST_FILE = 120;

  static Pairs of(Path run, Report report, TrialNames names) {
    Map<String, Price> prices = new HashMap<>();
    report.prices().forEach(price -> prices.put(price.trial(), price));
    List<DifferencePage> pages = new ArrayList<>();
    List<String> without = new ArrayList<>();
    int beyond = 0;
    for (Price b : compared(report.prices())) {
      Price a = prices.get(b.baseline());
      if (a == null || !a.measured() || !b.measured()) {
        without.add(
            names.of(b) + ": " + (b.measured() ? "its baseline" : "it") + " was not measured.");
        continue;
      }
      for (String event : EVENTS) {
        FlameGraph graphA = graph(a, event);
        FlameGraph graphB = graph(b, event);
        if (graphA == null || graphB == null) {
          continue;
        }
        if (pages.size() == MOST) {
          beyond++;
          continue;
        }
        try {
          pages.add(
              page(
                  new Read(run, names.beside(a, b), a, graphA, "A"),
                  new Read(run, names.beside(b, a), b, graphB, "B"),
                  names.shared(a, b)));
        } catch (Profile.Unusable e) {
          without.add(names.of(b) + ", " + event + ": " + e.getMessage() + ".");
        }
      }
    }
    if (beyond > 0) {
      without.add(
          "%s more than the %s that a report holds; java -jar reports.jar flames A.collapsed B.collapsed makes one."
              .formatted(DifferenceViews.counted(beyond, "pair"), MOST));
    }
    return new Pairs(pages, without);
  }

  /**
   * Returns what is compared with something else: the heart first, then each construct of each
   * benchmark once before any of them twice.
   */
  private static List<Price> compared(List<Price> prices) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Integer> ranks = new HashMap<>();
    List<Price> compared = new ArrayList<>();
    for (Price price : prices) {
      if (price.baseline() != null && !price.baseline().equals(price.trial())) {
        int before = seen.merge(price.benchmark() + " " + price.construct(), 1, Integer::sum);
        ranks.put(price.trial(), price.heart() ? 0 : before);
        compared.add(price);
      }
    }
    compared.sort(Comparator.comparingInt((Price price) -> ranks.get(price.trial())));
    return compared;
  }

  private static FlameGraph graph(Price price, String event) {
    for (FlameGraph graph : price.flames()) {
      if (graph.event().equals(event) && graph.html() != null) {
        return graph;
      }
    }
    return null;
  }

  private static DifferencePage page(Read a, Read b, List<String> shared) throws Profile.Unusable {
    Side sideA = a.side();
    Side sideB = b.side();
    String untold = null;
    if (a.price.interval() == null || b.price.interval() == null) {
      sideA = sideA.uncertain();
      sideB = sideB.uncertain();
      untold = "a score of fewer than 3 forks has no interval";
    }
    Amounts amounts = Amounts.nanos(Math.max(sideA.total(), sideB.total()));
    return DifferenceViews.page(
        file(b.price.trial() + "-" + b.graph.event()),
        b.name + " against " + a.name,
        shared,
        b.graph.event(),
        new Difference(sideA, sideB),
        amounts,
        a.facts(sideA, amounts),
        b.facts(sideB, amounts),
        untold,
        limits(a, b));
  }

  /** A name that every file system takes; what it had to change or cut is kept as a digest. */
  static String file(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_=.-]", "_").replaceAll("^\\.+", "");
    if (plain.equals(name) && plain.length() <= LONGEST_FILE) {
      return plain + ".html";
    }
    UUID digest = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return plain.substring(0, Math.min(LONGEST_FILE, plain.length())) + "-" + digest + ".html";
  }

  private static List<String> limits(Read a, Read b) {
    List<String> limits = new ArrayList<>();
    limits.add(
        "A score may lie anywhere in its interval: a frame is told apart only if it differs at the"
            + " ends of both intervals that are least in favour of it.");
    limits.add(
        "Samples of one JVM of A and one of B were taken, beside the forks of the scores: what two"
            + " JVMs compile or lay out differently looks like a difference of the two.");
    limits.add(
        "The JIT compiler is drawn as one frame: %s of A and %s of B."
            .formatted(
                Words.percent(a.graph.compilerShare()), Words.percent(b.graph.compilerShare())));
    if (a.graph.event().equals("cpu")) {
      limits.add("Threads that wait take no CPU time and are not seen.");
    } else {
      limits.add("Threads are seen whether they run or wait, so their times add up.");
    }
    if (a.graph.blindToVirtual() || b.graph.blindToVirtual()) {
      String which = !a.graph.blindToVirtual() ? "B" : b.graph.blindToVirtual() ? "A and B" : "A";
      limits.add("Virtual threads of %s are seen only while they are mounted.".formatted(which));
    }
    if (!a.graph.engine().equals(b.graph.engine())) {
      limits.add(
          "A was sampled by %s, B by %s: they need not see the same frames of the operating system."
              .formatted(a.graph.engine(), b.graph.engine()));
    }
    for (Read each : List.of(a, b)) {
      if (each.price.childCpuPerOp() != null && !each.profile.holdsWorkers()) {
        limits.add("What the worker processes of %s did is not in it.".formatted(each.letter));
      }
    }
    return limits;
  }

  /** A trial with the samples of one of its graphs. */
  private static final class Read {
    private final String letter;
    private final String name;
    private final Price price;
    private final FlameGraph graph;
    private final Profile profile;

    private Read(Path run, String name, Price price, FlameGraph graph, String letter)
        throws Profile.Unusable {
      this.letter = letter;
      this.name = name;
      this.price = price;
      this.graph = graph;
      if (graph.collapsed() == null) {
        throw new Profile.Unusable("the samples of %s: %s".formatted(letter, graph.collapsedWhy()));
      }
      try {
        profile = Profile.of(Stacks.read(run.resolve(graph.collapsed())));
      } catch (Profile.Unusable e) {
        throw new Profile.Unusable("the samples of %s: %s".formatted(letter, e.getMessage()));
      }
    }

    /**
     * Returns what a sample stands for. All samples of CPU time together are the CPU time of an
     * operation. Of wall time those of the measuring threads are its score; others stand beside
     * them in the same scale.
     */
    private Side side() throws Profile.Unusable {
      double perSample;
      if (graph.event().equals("cpu")) {
        Double cpu = profile.holdsWorkers() ? price.allCpuPerOp() : price.cpuPerOp();
        if (cpu == null) {
          throw new Profile.Unusable(
              "the CPU time of an operation of %s is not known".formatted(letter));
        }
        perSample = cpu / profile.total();
      } else {
        long measured = profile.measured();
        if (measured == 0) {
          throw new Profile.Unusable("no sample of %s is of a measuring thread".formatted(letter));
        }
        perSample = price.score() * TimeUnits.nanosPer(price.unit()) / measured;
      }
      if (!(perSample > 0) || Double.isInfinite(perSample)) {
        throw new Profile.Unusable("the time of an operation of %s is 0".formatted(letter));
      }
      return price.interval() == null
          ? new Side(profile, perSample, 1, 1)
          : new Side(
              profile,
              perSample,
              Math.min(1, price.interval().low() / price.score()),
              Math.max(1, price.interval().high() / price.score()));
    }

    private DifferencePage.Facts facts(Side side, Amounts amounts) {
      String of = graph.event().equals("cpu") ? " CPU time" : " of all threads";
      return new DifferencePage.Facts(
          name,
          TrialNames.id(price),
          price.trial(),
          Words.figure(price.score()) + " " + price.unit(),
          price.interval() == null
              ? "no interval"
              : "[%s, %s]"
                  .formatted(
                      Words.figure(price.interval().low()), Words.figure(price.interval().high())),
          "%s, together %s%s"
              .formatted(
                  DifferenceViews.counted(profile.total(), "sample"),
                  amounts.with(side.total()),
                  of),
          graph.html());
    }
  }
}
