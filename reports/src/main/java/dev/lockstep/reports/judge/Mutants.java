/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Sensitivity;
import dev.lockstep.reports.report.Sensitivity.Answer;
import dev.lockstep.reports.report.Sensitivity.Mutant;
import dev.lockstep.reports.report.Sensitivity.Opinion;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sets side by side what stress tests and model checkers say of one and the same mutant. */
final class Mutants {

  private static final String TOO_FEW =
      "its test has fewer than %d forks here, which count for nothing".formatted(Rate.LEAST_FORKS);

  /** Which mutant: one bug of a construct may stand under several tests and questions. */
  private record Key(String mutates, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byConstruct = mutates.compareTo(other.mutates);
      return byConstruct != 0 ? byConstruct : name.compareTo(other.name);
    }
  }

  /** What there is of one mutant. */
  private record Found(String bug, List<Twin> twins, List<Model> models) {}

  private final Map<Key, Found> all = new TreeMap<>();
  private final Plan plan;

  private Mutants(Plan plan) {
    this.plan = plan;
  }

  static Sensitivity of(Plan plan, List<Twin> twins, List<Model> models) {
    Mutants mutants = new Mutants(plan);
    for (Twin twin : twins) {
      if (twin.mutates() != null) {
        mutants.found(twin.mutates(), name(twin), twin.bug()).twins().add(twin);
      }
    }
    for (Model model : models) {
      if (model.mutates() != null) {
        mutants.found(model.mutates(), model.name(), model.bug()).models().add(model);
      }
    }
    List<Mutant> told = new ArrayList<>();
    mutants.all.forEach((key, found) -> told.add(mutants.mutant(key, found)));
    return Sensitivity.of(told);
  }

  private static String name(Twin twin) {
    String test = twin.test().replace('$', '.');
    return test.substring(test.lastIndexOf('.') + 1);
  }

  private Found found(String mutates, String name, String bug) {
    return all.computeIfAbsent(
        new Key(mutates, name), key -> new Found(bug, new ArrayList<>(), new ArrayList<>()));
  }

  private Mutant mutant(Key key, Found found) {
    List<Opinion> opinions = new ArrayList<>();
    opinions.add(byStress(found.twins()));
    for (String checker : Plan.CHECKERS) {
      opinions.add(byChecker(checker, key, found.models()));
    }
    return new Mutant(key.mutates(), key.name(), found.bug(), opinions);
  }

  private static Opinion byStress(List<Twin> twins) {
    List<Twin> ran = twins.stream().filter(each -> each.forks() >= Rate.LEAST_FORKS).toList();
    List<String> caught = ran.stream().filter(Twin::caught).map(Twin::test).toList();
    return opinion(
        "STRESS", caught, ran.stream().map(Twin::test).toList(), twins.isEmpty() ? null : TOO_FEW);
  }

  private Opinion byChecker(String checker, Key key, List<Model> models) {
    List<Model> asked =
        models.stream()
            .filter(each -> each.checker().equals(checker) && each.interleavings() != null)
            .toList();
    List<String> caught =
        asked.stream().filter(each -> each.outcome().equals("BROKEN")).map(Model::id).toList();
    String why = null;
    for (Plan.LeftOut out : plan.leftOut()) {
      if (out.kind().equals("MODEL") && speaksOf(checker, key, out)) {
        why = out.why();
      }
    }
    return opinion(checker, caught, asked.stream().map(Model::id).toList(), why);
  }

  /** What the plan leaves out by the name of a mutant alone is what Lincheck is blind to. */
  private static boolean speaksOf(String checker, Key key, Plan.LeftOut out) {
    return out.machine()
        ? checker.equals("FRAY")
            && out.id().startsWith(key.mutates() + " ")
            && out.id().endsWith(" " + key.name())
        : checker.equals("LINCHECK") && out.id().equals(key.mutates() + " " + key.name());
  }

  private static Opinion opinion(String by, List<String> caught, List<String> asked, String why) {
    if (asked.isEmpty()) {
      return new Opinion(by, Answer.NOT_ASKED, List.of(), why);
    }
    return caught.isEmpty()
        ? new Opinion(by, Answer.MISSED, asked, null)
        : new Opinion(by, Answer.CAUGHT, caught, null);
  }
}
