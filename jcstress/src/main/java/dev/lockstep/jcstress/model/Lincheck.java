/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Puts a question to Lincheck. It tries interleavings in a fixed order, those with few changes of
 * threads first, until an answer is wrong, a thread waits for ever, or there are no more.
 *
 * <p>Its instrumentation changes the platform's own classes for the whole JVM, so this runs in one
 * of its own: see {@link CheckerJvm}.
 */
final class Lincheck {

  /** The begin of Lincheck's text when {@link AnswerVerifier} has rejected an answer. */
  private static final String WRONG = "= Invalid execution results =";

  /** The begin of its text when a thread waits for ever. */
  private static final String HUNG = "= The execution has hung =";

  private Lincheck() {}

  /**
   * Instruments this JVM for all checks to come. Left to itself, Lincheck would do and undo that
   * for each of them, which takes longer than most checks.
   */
  static void install() {
    LincheckInstrumentation agent = LincheckInstrumentation.INSTANCE;
    agent.attachJavaAgentStatically(ByteBuddyAgent.install());
    agent.install(InstrumentationMode.MODEL_CHECKING);
  }

  /** The result of one check; a failure of the checker is a result too. */
  static ModelResult check(ModelCheck check, int most) {
    ObjectUnderTest.createBy(check.subject());
    AnswerVerifier.begin(check.question());
    long start = System.nanoTime();
    try {
      ask(check.question().scenario(), most);
      int tried = AnswerVerifier.interleavings();
      return tried == 0
          ? ModelResult.failed(
              check.id(), 0, ModelResult.secondsSince(start), "The checker tried no interleaving.")
          : ModelResult.nothingFound(
              check.id(), tried, tried < most, ModelResult.secondsSince(start));
    } catch (LincheckAssertionError e) {
      return broken(check.id(), e.getMessage().strip() + "\n", ModelResult.secondsSince(start));
    } catch (Exception | LinkageError | StackOverflowError e) {
      return ModelResult.failed(
          check.id(),
          AnswerVerifier.interleavings(),
          ModelResult.secondsSince(start),
          "The checker failed: " + firstLine(e));
    }
  }

  private static void ask(Scenario scenario, int most) {
    new ModelCheckingOptions()
        .iterations(0)
        .invocationsPerIteration(most)
        .addCustomScenario(scenario.toExecution())
        .verifier(AnswerVerifier.class)
        .check(scenario.type());
  }

  private static ModelResult broken(String id, String text, double seconds) {
    int tried = AnswerVerifier.interleavings();
    if (text.startsWith(WRONG)) {
      return ModelResult.broken(id, tried, seconds, AnswerVerifier.wrong(), text, null);
    }
    if (text.startsWith(HUNG)) {
      return ModelResult.broken(id, tried + 1, seconds, Interleaving.hung(text), text, null);
    }
    return ModelResult.failed(
        id, tried, seconds, "The checker gave up: " + text.lines().findFirst().orElseThrow());
  }

  private static String firstLine(Throwable thrown) {
    return thrown.toString().lines().findFirst().orElse("");
  }
}
