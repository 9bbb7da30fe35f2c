/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Who lies below a line with the whole interval.
 *
 * @param figure what is held against the line; not finite where it is not known
 * @param name how one of them is called
 * @param unit of the figure, as of an amount
 */
record LineRule(
    String id,
    String question,
    Predicate<Measured> of,
    Function<Measured, Estimate> figure,
    double line,
    String unit,
    Function<Measured, String> name)
    implements Rule {

  @Override
  public List<Comparison> comparisons(Observations run) {
    return run.all().stream()
        .filter(each -> each.sound() && of.test(each))
        .filter(each -> Double.isFinite(figure.apply(each).log()))
        .map(
            each ->
                new Comparison(
                    "", name.apply(each), figure.apply(each).over(line), "", List.of(each.id())))
        .toList();
  }

  @Override
  public boolean tells(Comparison shown) {
    return shown.figure().log() < 0;
  }

  @Override
  public String answer(Observations run, List<Comparison> all, Set<Comparison> shown) {
    return Rule.some(
        all.stream()
            .filter(shown::contains)
            .map(each -> each.name() + " " + Words.of(each.figure().over(1 / line), unit))
            .toList());
  }
}
