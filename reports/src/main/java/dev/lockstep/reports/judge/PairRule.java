/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How many times as long one takes as another.
 *
 * @param of who is asked, if sound
 * @param pair whether the first is to be held against the second
 * @param group what is told apart by answers of their own
 * @param figure of which less is better
 * @param says the two in words, around the figure, which stands for {@code %s}
 */
record PairRule(
    String id,
    String question,
    Predicate<Measured> of,
    BiPredicate<Measured, Measured> pair,
    Function<Measured, String> group,
    Function<Measured, Estimate> figure,
    BiFunction<Measured, Measured, String> says)
    implements Rule {

  @Override
  public List<Comparison> comparisons(Observations run) {
    List<Comparison> pairs = new ArrayList<>();
    List<Measured> asked =
        run.all().stream().filter(each -> each.sound() && of.test(each)).toList();
    for (Measured one : asked) {
      for (Measured other : asked) {
        if (!one.id().equals(other.id()) && pair.test(one, other)) {
          Estimate ratio = figure.apply(one).over(figure.apply(other));
          if (Double.isFinite(ratio.log())) {
            pairs.add(
                new Comparison(
                    group.apply(one),
                    says.apply(one, other),
                    ratio,
                    "×",
                    List.of(one.id(), other.id())));
          }
        }
      }
    }
    return pairs;
  }

  @Override
  public String answer(Observations run, List<Comparison> all, Set<Comparison> shown) {
    return Rule.some(
        all.stream()
            .filter(shown::contains)
            .map(each -> each.name().replace("%s", Words.times(each.figure())))
            .toList());
  }
}
