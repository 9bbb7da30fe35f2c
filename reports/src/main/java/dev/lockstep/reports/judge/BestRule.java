/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which of several takes least: each is held against each, so that no best of points is picked. The
 * best are those of which no other is shown to take less.
 *
 * @param of who is asked, if sound
 * @param group what is told apart by answers of their own
 * @param figure of which less is better
 * @param name how one of them is called
 * @param shows the figure that stands beside the name
 */
record BestRule(
    String id,
    String question,
    Predicate<Measured> of,
    Function<Measured, String> group,
    Function<Measured, Estimate> figure,
    Function<Measured, String> name,
    Function<Measured, Amount> shows)
    implements Rule {

  @Override
  public List<Comparison> comparisons(Observations run) {
    List<Measured> asked =
        run.all().stream().filter(each -> each.sound() && of.test(each)).toList();
    List<Comparison> pairs = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      for (int j = i + 1; j < asked.size(); j++) {
        Measured one = asked.get(i);
        Measured other = asked.get(j);
        Estimate ratio = figure.apply(one).over(figure.apply(other));
        if (group.apply(one).equals(group.apply(other)) && Double.isFinite(ratio.log())) {
          String names = name.apply(one) + " by " + name.apply(other);
          pairs.add(
              new Comparison(group.apply(one), names, ratio, "×", List.of(one.id(), other.id())));
        }
      }
    }
    return pairs;
  }

  @Override
  public String answer(Observations run, List<Comparison> all, Set<Comparison> shown) {
    List<String> best = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Measured each : run.all()) {
      boolean asked = all.stream().anyMatch(pair -> pair.trials().contains(each.id()));
      if (asked) {
        Estimate worst = null;
        for (Comparison pair : shown) {
          Estimate ratio = slower(pair, each.id());
          worst = ratio != null && (worst == null || surer(ratio, worst)) ? ratio : worst;
        }
        if (worst == null) {
          best.add(name.apply(each) + " (" + Words.amount(shows.apply(each)) + ")");
        } else {
          others.add(name.apply(each) + " " + Words.times(worst));
        }
      }
    }
    return "%s%s; more than one of these: %s"
        .formatted(
            String.join(", ", best), best.size() > 1 ? ", not told apart" : "", Rule.some(others));
  }

  /** Returns how many times as much one takes as another, or null if the pair shows no such. */
  private static Estimate slower(Comparison pair, String trial) {
    boolean first = pair.trials().get(0).equals(trial);
    boolean second = pair.trials().get(1).equals(trial);
    if (first && pair.figure().log() > 0) {
      return pair.figure();
    }
    return second && pair.figure().log() < 0 ? pair.figure().inverse() : null;
  }

  /** The one that shows most: what is told is the distance that least can be doubted. */
  private static boolean surer(Estimate one, Estimate other) {
    return one.interval().low() > other.interval().low();
  }
}
