/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which trials a budget can pay. One fork of everything tells what a fork really takes here; from
 * then on a comparison goes on only with all its members, and only if what is left of the budget
 * buys them the forks that make a price. The heart comes first, then the order of the plan.
 */
final class Affordable {

  private final Map<String, List<Trial>> comparisons = new LinkedHashMap<>();
  private final Function<Trial, Duration> cost;

  /**
   * @param cost of one more fork of a trial
   */
  Affordable(List<Trial> trials, Function<Trial, Duration> cost) {
    this.cost = cost;
    for (boolean heart : List.of(true, false)) {
      for (Trial trial : trials) {
        if (trial.heart() == heart) {
          comparisons.computeIfAbsent(trial.comparison(), _ -> new ArrayList<>()).add(trial);
        }
      }
    }
  }

  /** All trials that have such a fork, those that matter most first. */
  List<Trial> all(int fork) {
    return comparisons.values().stream()
        .flatMap(List::stream)
        .filter(trial -> trial.forks() >= fork)
        .toList();
  }

  /**
   * Those of {@link #all} that can be paid. A comparison that will get no price is dropped for good
   * in the second round; what has begun its third fork gets it, and what has its price may be
   * passed over.
   *
   * @param fork from 2 on
   * @param left of the budget
   */
  List<Trial> of(int fork, Duration left) {
    List<Trial> paid = new ArrayList<>();
    Duration rest = left;
    for (List<Trial> members : List.copyOf(comparisons.values())) {
      List<Trial> now = members.stream().filter(trial -> trial.forks() >= fork).toList();
      Duration price = Duration.ZERO;
      for (Trial trial : now) {
        int forks = Math.max(1, trial.leastForks() - fork + 1);
        price = price.plus(cost.apply(trial).multipliedBy(forks));
      }
      boolean begun = fork > 2 && fork <= Trial.LEAST_FORKS;
      if (begun || price.compareTo(rest) <= 0) {
        paid.addAll(now);
        rest = rest.minus(price);
      } else if (fork == 2) {
        comparisons.values().remove(members);
      }
    }
    return paid;
  }
}
