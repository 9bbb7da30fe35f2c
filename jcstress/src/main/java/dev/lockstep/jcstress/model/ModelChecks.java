/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.Constructs;
import dev.lockstep.jcstress.executor.HelperLeaves;
import dev.lockstep.jcstress.executor.NotAnnouncedAgain;
import dev.lockstep.jcstress.proof.Broken;
import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything that the model checker is asked, and what it is not asked. */
final class ModelChecks {

  static final String HOLDS = "HOLDS";
  static final String BREAKS = "BREAKS";

  /** They show in one schedule of some three hundred, which a short plan has no time for. */
  private static final Set<Class<?>> RARE = Set.of(HelperLeaves.class, NotAnnouncedAgain.class);

  private ModelChecks() {}

  /** Question by question: the constructs; then, in the same order, the mutants. */
  static List<ModelCheck> all() {
    return upTo(Integer.MAX_VALUE);
  }

  /**
   * The same with so many mutants of each question at most: one shows that it can find something.
   * With such a limit those are left out, too, that take long to find.
   */
  static List<ModelCheck> upTo(int mutants) {
    List<ModelCheck> some = new ArrayList<>();
    for (Question question : Questions.ALL) {
      question
          .constructs()
          .forEach((construct, factory) -> some.add(ofConstruct(question, construct, factory)));
    }
    for (Question question : Questions.ALL) {
      question.mutants().entrySet().stream()
          .filter(each -> mutants == Integer.MAX_VALUE || !RARE.contains(each.getKey()))
          .limit(mutants)
          .forEach(each -> some.add(ofMutant(question, each.getKey(), each.getValue())));
    }
    return some;
  }

  /** The mutants that a plan leaves to longer ones. */
  static List<Planned.NotRun> beyond(int mutants) {
    Set<String> asked = upTo(mutants).stream().map(ModelCheck::id).collect(Collectors.toSet());
    return all().stream()
        .filter(check -> !asked.contains(check.id()))
        .map(
            check ->
                new Planned.NotRun(
                    "MODEL",
                    check.id(),
                    null,
                    "PLAN",
                    "one bug of each question that is soon found is enough here"))
        .toList();
  }

  /** What this machine cannot put to a checker, each with this sentence. */
  static List<Planned.NotRun> notRun(Checker checker, String why) {
    return all().stream()
        .filter(check -> check.checker() == checker)
        .map(ModelCheck::planned)
        .map(
            planned ->
                new Planned.NotRun("MODEL", planned.id(), planned.construct(), "MACHINE", why))
        .toList();
  }

  /**
   * Every construct and mutant that no question is put to, and why. A pure function is not among
   * them: no interleaving can change what it returns, so nobody misses the question.
   */
  static List<Planned.NotRun> notRun() {
    List<Planned.NotRun> notRun = new ArrayList<>();
    for (Construct construct : Constructs.all()) {
      if (construct.guarantee() != Construct.Guarantee.PURE
          && Questions.ALL.stream().noneMatch(one -> one.constructs().containsKey(construct))) {
        notRun.add(
            new Planned.NotRun(
                "MODEL", construct.id(), construct.id(), "PLAN", Questions.whyNot(construct)));
      }
    }
    for (Map.Entry<Class<?>, String> blind : Blind.MUTANTS.entrySet()) {
      String mutates = blind.getKey().getAnnotation(Broken.class).mutates();
      String id = id(mutates, "", blind.getKey().getSimpleName());
      notRun.add(new Planned.NotRun("MODEL", id, null, "PLAN", blind.getValue()));
    }
    return notRun;
  }

  private static ModelCheck ofConstruct(
      Question question, Construct construct, Supplier<?> factory) {
    Planned.Model planned =
        new Planned.Model(
            question.checker().name(),
            id(construct.id(), question.name(), ""),
            construct.id(),
            factory.get().getClass().getSimpleName(),
            null,
            null,
            question.sentence(),
            construct.guarantee() == Guarantee.EXACT ? HOLDS : BREAKS);
    return new ModelCheck(planned, question, factory);
  }

  private static ModelCheck ofMutant(Question question, Class<?> mutant, Supplier<?> factory) {
    Broken origin = mutant.getAnnotation(Broken.class);
    Planned.Model planned =
        new Planned.Model(
            question.checker().name(),
            id(origin.mutates(), question.name(), mutant.getSimpleName()),
            null,
            mutant.getSimpleName(),
            origin.mutates(),
            origin.bug(),
            question.sentence(),
            BREAKS);
    return new ModelCheck(planned, question, factory);
  }

  private static String id(String construct, String question, String mutant) {
    return (construct + " " + question + " " + mutant).strip().replaceAll(" +", " ");
  }
}
