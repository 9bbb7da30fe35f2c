/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * From where on one takes less time than another: at every place that both were measured at.
 *
 * @param of who is asked, if sound
 * @param pair whether the first is to be held against the second at one place
 * @param group what is told apart by answers of their own
 * @param place along which both are compared
 * @param name how one of them is called
 */
record CrossoverRule(
    String id,
    String question,
    Predicate<Measured> of,
    BiPredicate<Measured, Measured> pair,
    Function<Measured, String> group,
    ToLongFunction<Measured> place,
    Function<Measured, String> name)
    implements Rule {

  @Override
  public List<Comparison> comparisons(Observations run) {
    List<Comparison> all = new ArrayList<>();
    List<Measured> asked =
        run.all().stream().filter(each -> each.sound() && of.test(each)).toList();
    for (Measured one : asked) {
      for (Measured other : asked) {
        if (pair.test(one, other)) {
          Estimate faster = other.over(one);
          if (Double.isFinite(faster.log())) {
            String names = name.apply(one) + " against " + name.apply(other);
            all.add(
                new Comparison(
                    group.apply(one), names, faster, "×", List.of(one.id(), other.id())));
          }
        }
      }
    }
    return all;
  }

  @Override
  public boolean tells(Comparison shown) {
    return shown.figure().log() > 0;
  }

  @Override
  public String answer(Observations run, List<Comparison> all, Set<Comparison> shown) {
    Map<String, Long> places = new HashMap<>();
    run.all().forEach(each -> places.put(each.id(), place.applyAsLong(each)));
    Map<String, TreeMap<Long, Comparison>> pairs = new LinkedHashMap<>();
    for (Comparison each : all) {
      pairs
          .computeIfAbsent(each.name(), pair -> new TreeMap<>())
          .put(places.get(each.trials().get(0)), each);
    }
    List<String> told = new ArrayList<>();
    pairs.forEach(
        (names, along) -> {
          Long from = null;
          for (Map.Entry<Long, Comparison> each : along.entrySet()) {
            from = !shown.contains(each.getValue()) ? null : from == null ? each.getKey() : from;
          }
          if (from != null) {
            told.add(
                "%s from %s on, %s as fast at %s"
                    .formatted(
                        names,
                        Words.count(from),
                        Words.times(along.lastEntry().getValue().figure()),
                        Words.count(along.lastKey())));
          }
        });
    return Rule.some(told);
  }
}
