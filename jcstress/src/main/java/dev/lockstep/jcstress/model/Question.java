/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One question to the constructs of a family.
 *
 * @param checker who is to answer it
 * @param name tells it from other questions to the same constructs; empty for the first
 * @param sentence what happens, for human readers
 * @param wrong what is wrong with an answer, in one clause, or null
 * @param constructs those that it is put to, each with what makes one; the answer must be right
 *     under every interleaving if the construct is exact, and wrong under some if it is racy
 * @param mutants those that it is put to as well, each with what makes one; the answer must be
 *     wrong under some interleaving
 */
record Question(
    Checker checker,
    String name,
    String sentence,
    Scenario scenario,
    Function<Answer, String> wrong,
    Map<Construct, Supplier<?>> constructs,
    Map<Class<?>, Supplier<?>> mutants) {

  /** A question to Lincheck. */
  Question(
      String name,
      String sentence,
      Scenario scenario,
      Function<Answer, String> wrong,
      Map<Construct, Supplier<?>> constructs,
      List<Class<?>> mutants) {
    this(
        Checker.LINCHECK,
        name,
        sentence,
        scenario,
        wrong,
        constructs,
        Mutants.of(QueueQuestions.CAPACITY, mutants));
  }
}
