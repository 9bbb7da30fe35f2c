/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.run.Quoted;
import java.util.Arrays;
import java.util.List;

/** What a trial of a pipeline says of itself: a thousand items through several stages. */
final class Pipelines {
  /** Items of one run. */
  static final double ITEMS = 1000;

  static final String ROLE = "PIPELINE";
  static final String UNBOUNDED = "UNBOUNDED";
  private static final String NO_LATENCY = "0/0/0";

  private Pipelines() {}

  /** Returns whether the suite's pipeline ran over a queue; otherwise it is a line of its own. */
  static boolean isQueue(Measured each) {
    return each.is(ROLE) && each.trial().params().containsKey("queue");
  }

  static String layout(Measured each) {
    return Quoted.name(each.at("layout"));
  }

  static String capacity(Measured each) {
    return each.trial().params().getOrDefault("capacity", UNBOUNDED);
  }

  static boolean isBounded(Measured each) {
    return !capacity(each).equals(UNBOUNDED);
  }

  /** Returns the microseconds that each stage waits per item. */
  static String latency(Measured each) {
    return each.trial().params().getOrDefault("latencyMicros", NO_LATENCY);
  }

  static boolean isVirtual(Measured each) {
    return each.at("thread").equals("VIRTUAL");
  }

  static boolean waits(Measured each) {
    return bound(each) != null;
  }

  /** Whether a trial is of the setting in which queues are compared: nothing but the queues. */
  static boolean isBase(Measured each) {
    return each.is(ROLE) && layout(each).equals("1/1/1") && !waits(each) && !isVirtual(each);
  }

  /** Whether only the second stage waits, so that the first fills the queue between them. */
  static boolean isSlowInTheMiddle(Measured each) {
    List<Integer> latencies = numbers(latency(each));
    return latencies.size() == 3
        && latencies.get(0) == 0
        && latencies.get(1) > 0
        && latencies.get(2) == 0;
  }

  /** Returns a queue or a line with its bound. */
  static String name(Measured each) {
    return switch (capacity(each)) {
      case UNBOUNDED -> "unbounded " + each.kind();
      case "0" -> each.kind() + " without room";
      default -> each.kind() + " with a bound of " + Quoted.name(capacity(each));
    };
  }

  static String heading(String capacity) {
    return switch (capacity) {
      case UNBOUNDED -> "unbounded";
      case "0" -> "no room";
      default -> "bound " + Quoted.name(capacity);
    };
  }

  /** Returns the numbers between slashes, or an empty list if anything else stands there. */
  static List<Integer> numbers(String slashed) {
    return slashed.matches("[0-9]{1,9}(/[0-9]{1,9})*")
        ? Arrays.stream(slashed.split("/")).map(Integer::valueOf).toList()
        : List.of();
  }

  /** Returns the items a second that the latencies allow, or null. */
  static Double bound(Measured each) {
    return bound(each.kind(), each.at("layout"), latency(each));
  }

  /**
   * Returns the same of a line. None is faster than its slowest stage: workers by latency. Null if
   * no stage waits or that is not known.
   */
  static Double bound(String kind, String layout, String latencyMicros) {
    List<Integer> workers = numbers(layout);
    List<Integer> latencies = numbers(latencyMicros);
    if (workers.size() != latencies.size()) {
      return null;
    }
    double least = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int stage = 0; stage < workers.size(); stage++) {
      sum += latencies.get(stage);
      if (latencies.get(stage) > 0) {
        least = Math.min(least, workers.get(stage) * 1e6 / latencies.get(stage));
      }
    }
    if (sum == 0) {
      return null;
    }
    // The caller's own loop waits for one stage after the other.
    double bound = kind.equals("SERIAL") ? 1e6 / sum : least;
    return bound == 0 ? null : (Double) bound;
  }

  private static int stages(Measured each) {
    return numbers(each.at("layout")).size();
  }

  /** A line that is none of the suite's counts nothing but its runs. */
  private static boolean counts(Measured each) {
    Double items = each.counted().total("items");
    return items != null && items > 0 && stages(each) > 0;
  }

  static double runs(Measured each) {
    Double runs = each.counted().total("invocations");
    if (runs != null && runs > 0) {
      return runs;
    }
    return counts(each) ? each.counted().total("items") / stages(each) / ITEMS : 0;
  }

  /** Returns how often something was counted in a run, or null if it was not. */
  static Double perRun(Measured each, String name) {
    return counts(each) ? each.counted().per(name, runs(each)) : null;
  }

  /**
   * Returns the items that came out of a run, or null: every stage counts what it hands on, so one
   * that is through was counted once by each.
   */
  static Double items(Measured each) {
    Double items = perRun(each, "items");
    return items == null ? null : (Double) (items / stages(each));
  }

  /** Returns the most items that were seen waiting in one queue, or null. */
  static Double depth(Measured each) {
    return counts(each) ? each.counted().most("maxDepth") : null;
  }

  /** Whether two are the same but for the given parameter. */
  static boolean isSameBut(Measured one, Measured other, String free) {
    return !one.id().equals(other.id())
        && one.is(ROLE)
        && one.trial().construct().equals(other.trial().construct())
        && isQueue(one) == isQueue(other)
        && one.isBeside(other, free);
  }
}
