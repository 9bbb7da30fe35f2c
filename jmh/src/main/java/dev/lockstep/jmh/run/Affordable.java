/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What time can buy. A comparison gets its forks with all its members or not at all, since a figure
 * without its counterparts decides nothing. The heart comes first, then the order of the plan. Once
 * all that can be paid has a price, forks go where they decide.
 */
final class Affordable {

  /** What is known of a trial while the run goes. */
  interface Measured {

    /** Whether it has the forks that make a price. */
    boolean hasPrice(Trial trial);

    /** How many of its forks count. */
    int forks(Trial trial);

    /** How many it has, counting or not. */
    int taken(Trial trial);

    /** Whether no more forks of it are taken. */
    boolean isOver(Trial trial);

    /** What one more fork takes, with the start of its JVM. */
    Duration cost(Trial trial);

    /**
     * Half of the 95 % interval of its figure, as a share of that figure; infinite with fewer than
     * two forks.
     */
    double halfWidth(Trial trial);

    /** What its flame graph takes; nothing once it is there. */
    Duration profile(Trial trial);
  }

  private final List<List<Trial>> comparisons;
  private final Measured measured;

  Affordable(List<Trial> trials, Measured measured) {
    this.measured = measured;
    Map<String, List<Trial>> byWork = new LinkedHashMap<>();
    for (boolean heart : List.of(true, false)) {
      for (Trial trial : trials) {
        if (trial.heart() == heart) {
          byWork.computeIfAbsent(trial.comparison(), _ -> new ArrayList<>()).add(trial);
        }
      }
    }
    comparisons = List.copyOf(byWork.values());
  }

  /** All, those that matter most first. */
  List<List<Trial>> comparisons() {
    return comparisons;
  }

  /**
   * The comparisons that can be given a price, with a flame graph for each member, in so much time;
   * those that matter most first. One that is too dear does not keep those after it from theirs.
   *
   * @param left empty if it has no end
   */
  List<List<Trial>> priced(Optional<Duration> left) {
    List<List<Trial>> paid = new ArrayList<>();
    Duration rest = left.orElse(null);
    for (List<Trial> members : comparisons) {
      Duration need = Duration.ZERO;
      for (Trial trial : members) {
        need = need.plus(need(trial));
      }
      if (rest == null || need.compareTo(rest) <= 0) {
        paid.add(members);
        rest = rest == null ? null : rest.minus(need);
      }
    }
    return paid;
  }

  /** What those that can be given a price still need for it. */
  Duration owed(Duration left) {
    Duration all = Duration.ZERO;
    for (List<Trial> members : priced(Optional.of(left))) {
      for (Trial trial : members) {
        all = all.plus(need(trial));
      }
    }
    return all;
  }

  private Duration need(Trial trial) {
    int missing =
        measured.isOver(trial) ? 0 : Math.max(0, trial.leastForks() - measured.taken(trial));
    return measured.cost(trial).multipliedBy(missing).plus(measured.profile(trial));
  }

  /** What the flame graphs take of the trials that have a price. */
  Duration profiles() {
    Duration all = Duration.ZERO;
    for (List<Trial> members : comparisons) {
      for (Trial trial : members) {
        if (measured.hasPrice(trial)) {
          all = all.plus(measured.profile(trial));
        }
      }
    }
    return all;
  }

  /**
   * The members of a comparison that one more fork each serves best: of the first that has fewer
   * than planned, else of the one whose intervals are widest beside what they have to tell apart.
   * Empty once all are narrow enough, have all forks that they may have, or cost more than is left.
   *
   * @param adaptive whether more forks than planned may be taken
   */
  Optional<List<Trial>> next(Optional<Duration> left, boolean adaptive) {
    List<Trial> widest = null;
    double most = 1;
    for (List<Trial> all : comparisons) {
      List<Trial> members = all.stream().filter(measured::hasPrice).toList();
      List<Trial> open = members.stream().filter(this::mayHaveMore).toList();
      Duration cost = open.stream().map(measured::cost).reduce(Duration.ZERO, Duration::plus);
      boolean paid = left.isEmpty() || cost.compareTo(left.get()) <= 0;
      if (open.isEmpty() || !paid) {
        continue;
      }
      if (lacks(open)) {
        return Optional.of(open);
      }
      double excess = excess(members);
      if (adaptive && excess > most) {
        widest = open;
        most = excess;
      }
    }
    return Optional.ofNullable(widest);
  }

  private boolean mayHaveMore(Trial trial) {
    return !measured.isOver(trial) && measured.taken(trial) < trial.mostForks();
  }

  private boolean lacks(List<Trial> members) {
    return members.stream().anyMatch(trial -> measured.forks(trial) < trial.forks());
  }

  /** By how much the interval of its median member is wider than it should be. */
  private double excess(List<Trial> members) {
    List<Double> ratios =
        members.stream().map(trial -> measured.halfWidth(trial) / trial.resolution()).toList();
    return Steadiness.median(ratios);
  }
}
