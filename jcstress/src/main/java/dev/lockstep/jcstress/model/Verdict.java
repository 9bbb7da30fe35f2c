/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/**
 * Judges and counts the interleavings of the check that runs just now. The checker by itself would
 * ask for linearizability; here the question of the stress test decides. It makes the object, so
 * what is to be told and what was found out is static.
 */
public final class Verdict implements Verifier {

  private static Question question;
  private static int interleavings;
  private static String wrong;

  /** As the checker wants it. */
  public Verdict(Class<?> scenario) {
    if (scenario != question.scenario().type()) {
      throw new IllegalStateException("another check is running: " + scenario);
    }
  }

  static void begin(Question next) {
    question = next;
    interleavings = 0;
    wrong = null;
  }

  /** How many interleavings have ended. */
  static int interleavings() {
    return interleavings;
  }

  /** What was wrong under the last of them, or null. */
  static String wrong() {
    return wrong;
  }

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    interleavings++;
    wrong = judge(results);
    return wrong == null;
  }

  private static String judge(ExecutionResult results) {
    List<LincheckResult> threads = new ArrayList<>();
    for (List<ResultWithClock> thread : results.getParallelResultsWithClock()) {
      threads.add(thread.getFirst().getResult());
    }
    LincheckResult after =
        results.getPostResults().isEmpty() ? null : results.getPostResults().getFirst();
    for (int thread = 0; thread < threads.size(); thread++) {
      if (threads.get(thread) instanceof ExceptionResult thrown) {
        return "thread %d threw %s".formatted(thread + 1, thrown.getThrowable());
      }
    }
    if (after instanceof ExceptionResult thrown) {
      return "in the end there was " + thrown.getThrowable();
    }
    List<Object> answers = new ArrayList<>();
    threads.forEach(result -> answers.add(value(result)));
    return question.wrong().apply(new Answer(answers, value(after)));
  }

  private static Object value(LincheckResult result) {
    return result instanceof ValueResult given ? given.getValue() : null;
  }
}
