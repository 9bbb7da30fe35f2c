/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/**
 * Verifies the answer of each interleaving of the running check, and counts the interleavings.
 * Lincheck by itself would ask for linearizability; here the question decides. Lincheck creates the
 * verifier, so what it is told and what it has found are static.
 */
public final class AnswerVerifier implements Verifier {

  private static Question question;
  private static int interleavings;
  private static String wrong;

  /** The constructor that Lincheck calls. */
  public AnswerVerifier(Class<?> scenario) {
    if (scenario != question.scenario().type()) {
      throw new IllegalStateException("another check is running: " + scenario);
    }
  }

  /** Sets the question of the next check, and counts from zero. */
  static void begin(Question next) {
    question = next;
    interleavings = 0;
    wrong = null;
  }

  /** Returns how many interleavings have ended. */
  static int interleavings() {
    return interleavings;
  }

  /** Returns what was wrong under the last of them, or null. */
  static String wrong() {
    return wrong;
  }

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    interleavings++;
    wrong = judge(scenario, results);
    return wrong == null;
  }

  private static String judge(ExecutionScenario scenario, ExecutionResult results) {
    List<List<Call>> calls = new ArrayList<>();
    List<Object> answers = new ArrayList<>();
    for (List<ResultWithClock> thread : results.getParallelResultsWithClock()) {
      List<Call> made = new ArrayList<>();
      for (ResultWithClock one : thread) {
        if (one.getResult() instanceof ExceptionResult thrown) {
          return "thread %d threw %s".formatted(calls.size() + 1, thrown.getThrowable());
        }
        made.add(call(scenario, calls.size(), made.size(), one));
      }
      answers.add(made.getLast().result());
      calls.add(made);
    }
    LincheckResult after =
        results.getPostResults().isEmpty() ? null : results.getPostResults().getFirst();
    if (after instanceof ExceptionResult thrown) {
      return "in the end there was " + thrown.getThrowable();
    }
    return question.wrong().apply(new Answer(answers, value(after), calls));
  }

  private static Call call(ExecutionScenario scenario, int thread, int index, ResultWithClock one) {
    return new Call(
        thread,
        scenario.getParallelExecution().get(thread).get(index).getMethod().getName(),
        value(one.getResult()),
        Arrays.stream(one.getClockOnStart().getClock()).boxed().toList());
  }

  private static Object value(LincheckResult result) {
    return result instanceof ValueResult given ? given.getValue() : null;
  }
}
