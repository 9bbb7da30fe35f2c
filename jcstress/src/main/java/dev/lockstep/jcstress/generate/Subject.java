/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.Construct;
import dev.lockstep.jcstress.proof.Broken;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one test of a template is about.
 *
 * @param name of the test
 * @param expression that makes it, in Java
 * @param annotations what the test is for, in Java
 * @param bug what is wrong with it; null for a construct
 * @param role for a reader of the list of tests
 */
record Subject(String name, String expression, String annotations, String bug, String role) {

  private static final String NIGHTLY = "@Nightly";

  private static final Set<String> ANNOTATIONS =
      Set.of("Actor", "Arbiter", "Outcome", "Signal", "State");

  /** A construct that keeps its family's promise: it owes the proof. */
  static Subject proof(Construct kind, String expression) {
    return new Subject(
        name(kind), expression, "@Proof(construct = \"%s\")".formatted(kind.id()), null, "proof");
  }

  /**
   * A construct that may break the promise, beside proofs about memory order.
   *
   * @param of the proofs that it would refute if it stood in their place, in Java
   */
  static Subject exhibit(Construct kind, String expression, String of) {
    return new Subject(
        name(kind),
        expression,
        "@Exhibit(construct = \"%s\", order = %s)".formatted(kind.id(), of),
        null,
        "sibling");
  }

  /** A construct that may break the promise, and of which the run has to see how it does. */
  static Subject race(Construct kind, String expression, List<String> outcomes) {
    String ids = outcomes.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
    return new Subject(
        name(kind),
        expression,
        "@Proof(construct = \"%s\", mustObserve = {%s})".formatted(kind.id(), ids),
        null,
        "race");
  }

  /** Something broken on purpose. */
  static Subject twin(Class<?> broken, String expression, String of, String role, int rank) {
    Broken what = broken.getAnnotation(Broken.class);
    if (what == null) {
      throw new IllegalArgumentException(broken.getName() + " does not say what is broken in it");
    }
    return twin(
        broken.getSimpleName(), expression, of, role, what.bug(), mutates(what.mutates()), rank);
  }

  /** A copy of a shipped class with a bug in it. */
  static Subject twin(Mutant derived, String expression, String of, String role, int rank) {
    Change change = derived.change();
    String mutates = mutates(change.shipped().construct());
    return twin(derived.type(), expression, of, role, change.bug(), mutates, rank);
  }

  private static String mutates(String construct) {
    return construct.isEmpty() ? "" : ", mutates = \"" + construct + "\"";
  }

  /** A kind, or something built of kinds, that lacks what the template asks for. */
  static Subject twin(
      String name, String expression, String of, String role, String bug, int rank) {
    return twin(name, expression, of, role, bug, "", rank);
  }

  private static Subject twin(
      String name, String expression, String of, String role, String bug, String more, int rank) {
    String detail =
        switch (role) {
          case "control" -> "";
          case "widened" -> ", widened = true";
          case "sibling" -> ", role = TwinRole.ORDER";
          case "mutant" -> ", role = TwinRole.MUTANT";
          default -> throw new IllegalArgumentException("there is no role " + role);
        };
    return new Subject(
        name,
        expression,
        "@Twin(of = %s.class%s%s, bug = \"%s\"%s)"
            .formatted(of, detail, rank == 0 ? "" : ", rank = " + rank, bug, more),
        bug,
        role);
  }

  /** The same, for the plans that ask more. */
  Subject nightly() {
    return annotations.contains(NIGHTLY)
        ? this
        : new Subject(name, expression, annotations + "\n  " + NIGHTLY, bug, role);
  }

  boolean isTwin() {
    return bug != null;
  }

  /** That of the kind, and of its family too where jcstress has an annotation of this name. */
  static String name(Construct kind) {
    String name = camel(kind.name());
    return ANNOTATIONS.contains(name) ? name + camel(kind.family().toUpperCase(Locale.ROOT)) : name;
  }

  /** {@code REENTRANT_LOCK} as {@code ReentrantLock}. */
  static String camel(String constant) {
    return Arrays.stream(constant.split("_", -1))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
