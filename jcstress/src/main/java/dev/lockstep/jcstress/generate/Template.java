/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.Construct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One question, asked of every kind of a family and of what is broken on purpose.
 *
 * <p>Its text is a Java file below {@code src/main/templates} with one nested class; in it {@code
 * $Name} stands for the name of a test and {@code $subject} for the expression that makes what the
 * test is about.
 */
final class Template {

  private final String family;
  private final String name;
  private final Map<Construct, String> kinds = new LinkedHashMap<>();
  private final Set<Class<?>> used = new LinkedHashSet<>();
  private final List<Subject> twins = new ArrayList<>();
  private final Set<Construct> keepIt = new HashSet<>();
  private final Map<Construct, List<Construct>> siblings = new LinkedHashMap<>();
  private Predicate<Construct> nightly = _ -> false;
  private String make = "new %s()";
  private List<String> races = List.of();
  private boolean order;
  private String x86;
  private String aarch64;

  private Template(String family, String name) {
    this.family = family;
    this.name = name;
  }

  /**
   * A template for all kinds of a family.
   *
   * @param expression that makes a kind, with {@code %s} for its constant
   */
  static <K extends Construct> Template of(String name, K[] kinds, String expression) {
    Template template = new Template(kinds[0].family(), name);
    template.used.add(((Enum<?>) kinds[0]).getDeclaringClass());
    for (K kind : kinds) {
      template.kinds.put(kind, expression.formatted(kind.name()));
    }
    return template;
  }

  /** Keeps the kinds to which the question applies, where it is no question of the family. */
  Template only(Construct... some) {
    return where(Arrays.asList(some)::contains);
  }

  /** Leaves out the kinds to which a question of the family does not apply. */
  Template without(Construct... others) {
    return where(kind -> !Arrays.asList(others).contains(kind));
  }

  /** Keeps the kinds that have a property. */
  Template where(Predicate<Construct> applies) {
    kinds.keySet().removeIf(kind -> !applies.test(kind));
    return this;
  }

  /** How to make a kind that needs another expression than all others. */
  Template made(Construct kind, String expression) {
    kinds.replace(kind, expression);
    return this;
  }

  /** Kinds that are racy elsewhere and keep this promise all the same. */
  Template racyKindsThatKeepIt(Construct... racy) {
    keepIt.addAll(Arrays.asList(racy));
    return this;
  }

  /** The kinds about which the short plans ask something more telling, or nothing. */
  Template nightly(Predicate<Construct> applies) {
    nightly = applies;
    return this;
  }

  /** What the expressions name, beside the enum of the kinds, and the text does not import. */
  Template uses(Class<?>... others) {
    used.addAll(Arrays.asList(others));
    return this;
  }

  /** How to make an instance of a broken class or a mutant, with {@code %s} for its name. */
  Template make(String expression) {
    make = expression;
    return this;
  }

  /**
   * Whatever is broken here is broken in every kind: its rate gives the proofs their power. Of
   * several that show the same row the first counts that shows in a run: the nearest stands first.
   */
  Template control(Class<?> broken) {
    return twin(broken, "control");
  }

  Template control(Mutant derived) {
    return twin(derived, "control");
  }

  /** The same, made of what is not broken by itself. */
  Template control(String test, String expression, String bug) {
    twins.add(Subject.twin(test, expression, name, "control", bug, twins.size()));
    return this;
  }

  /**
   * A control that a widened one stands in for where a run is short, since its window is narrow.
   */
  Template narrow(Class<?> broken) {
    control(broken);
    twins.add(twins.removeLast().nightly());
    return this;
  }

  Template narrow(Mutant derived) {
    control(derived);
    twins.add(twins.removeLast().nightly());
    return this;
  }

  /** A control whose window is wider than that of the proofs, for machines that miss the other. */
  Template widened(Class<?> broken) {
    return twin(broken, "widened");
  }

  Template widened(Mutant derived) {
    return twin(derived, "widened");
  }

  /** The question is about memory order, and this has not the order that the kinds have. */
  Template sibling(Class<?> broken) {
    order = true;
    return twin(broken, "sibling");
  }

  Template sibling(Mutant derived) {
    order = true;
    return twin(derived, "sibling");
  }

  /** The same for a kind of a weaker promise. */
  Template sibling(String test, String expression, String bug) {
    order = true;
    twins.add(Subject.twin(test, expression, name, "sibling", bug, twins.size()));
    return this;
  }

  /**
   * The question is about memory order, and a racy kind lacks just that of these exact ones: where
   * it does not break, they cannot be refuted. Each has the sibling that is nearest to it, so that
   * one which breaks for another reason does not speak for it.
   */
  Template sibling(Construct racy, Construct... exact) {
    order = true;
    siblings.put(racy, Arrays.asList(exact));
    return this;
  }

  /** Racy kinds that stand beside the proofs and vouch for none of them. */
  Template exhibits(Construct... racy) {
    for (Construct each : racy) {
      siblings.put(each, List.of());
    }
    return this;
  }

  /**
   * The question is about memory order, and of each racy kind the run has to see that it breaks.
   */
  Template racyKindsAreRaces(String... outcomes) {
    order = true;
    races = List.of(outcomes);
    return this;
  }

  /** What two architectures do, where it is not what the controls let expect. */
  Template decidedBy(String ofX86, String ofAArch64) {
    x86 = ofX86;
    aarch64 = ofAArch64;
    return this;
  }

  /** Single kinds with a bug of their own. */
  Template mutants(Class<?>... broken) {
    for (Class<?> each : broken) {
      twin(each, "mutant");
    }
    return this;
  }

  Template mutants(Mutant... derived) {
    for (Mutant each : derived) {
      twin(each, "mutant");
    }
    return this;
  }

  private Template twin(Class<?> broken, String role) {
    String type = broken.getCanonicalName().substring(broken.getPackageName().length() + 1);
    twins.add(Subject.twin(broken, make.formatted(type), name, role, rank(role)));
    return this;
  }

  private int rank(String role) {
    return role.equals("mutant") ? 0 : twins.size();
  }

  private Template twin(Mutant derived, String role) {
    if (!derived.qualifiedType().startsWith("dev.lockstep.jcstress." + family + ".")) {
      throw new IllegalArgumentException(derived + " is no mutant of the family " + family);
    }
    twins.add(
        Subject.twin(derived, make.formatted(derived.qualifiedType()), name, role, rank(role)));
    return this;
  }

  String family() {
    return family;
  }

  String name() {
    return name;
  }

  /** The directory of its package. */
  Path home() {
    return Path.of("dev", "lockstep", "jcstress", family);
  }

  Set<Class<?>> used() {
    return used;
  }

  /** What x86-64 decides, for a reader of the list of tests. */
  String onX86() {
    if (x86 != null) {
      return x86;
    }
    return order ? "HELD unless the sibling breaks" : "refutable";
  }

  /** The same of AArch64. */
  String onAArch64() {
    if (aarch64 != null) {
      return aarch64;
    }
    return order ? "may show; not measured" : "refutable";
  }

  /** The proofs, one for each exact kind, and beside questions of order the racy kinds. */
  List<Subject> proofs() {
    List<Subject> proofs = new ArrayList<>();
    kinds.forEach(
        (kind, expression) ->
            subject(kind, expression)
                .map(subject -> nightly.test(kind) ? subject.nightly() : subject)
                .ifPresent(proofs::add));
    return proofs;
  }

  private Optional<Subject> subject(Construct kind, String expression) {
    if (owesProof(kind)) {
      return Optional.of(Subject.proof(kind, expression));
    }
    if (kind.guarantee() == Construct.Guarantee.RACY && !races.isEmpty()) {
      return Optional.of(Subject.race(kind, expression, races));
    }
    return Optional.ofNullable(siblings.get(kind))
        .map(exact -> Subject.exhibit(kind, expression, tests(exact)));
  }

  private boolean owesProof(Construct kind) {
    return kind.guarantee() == Construct.Guarantee.EXACT || keepIt.contains(kind);
  }

  /** The tests of some kinds, as an annotation names them. */
  private String tests(List<Construct> some) {
    return some.stream()
        .map(kind -> "%s.%s.class".formatted(name, Subject.name(kind)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** Twins of which the short plans have no proof are the night's, too. */
  List<Subject> twins() {
    return kinds.keySet().stream().filter(this::owesProof).allMatch(nightly)
        ? twins.stream().map(Subject::nightly).toList()
        : List.copyOf(twins);
  }
}
