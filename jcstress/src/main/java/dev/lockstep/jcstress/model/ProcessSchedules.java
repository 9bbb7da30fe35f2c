/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.process.PoolDesk;
import dev.lockstep.jcstress.executor.EndsAnyCall;
import dev.lockstep.jcstress.executor.HelperLeaves;
import dev.lockstep.jcstress.executor.NotAnnouncedAgain;
import dev.lockstep.jcstress.executor.SubmittedTooLate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What Fray is asked of a pool of processes: its dispatcher, with a thread for a worker. */
final class ProcessSchedules {

  private static final Map<Construct, Supplier<?>> POOL =
      Map.of(ExecutorKind.PROCESS_POOL, PoolDesk::new);

  static final List<Question> ALL =
      List.of(
          new Question(
              Checker.FRAY,
              "answered while it looks",
              "a thread waits for two answers, a worker gives them, and the pool's own thread"
                  + " sleeps until it is woken",
              new Scenario(
                  DispatchCalls.class,
                  "submitTwo",
                  List.of("getFirst getNext", "answerFirst answerNext", "serve"),
                  "isDone"),
              answer -> answer.thread(0).equals(2) ? null : "the answer was " + answer.thread(0),
              POOL,
              Mutants.of(1, List.of(HelperLeaves.class))),
          new Question(
              Checker.FRAY,
              "answered while it sleeps",
              "two threads wait for an answer each, a worker gives one after the other, and the"
                  + " pool's own thread sleeps until it is woken",
              new Scenario(
                  DispatchCalls.class,
                  "submitTwo",
                  List.of("getFirst", "getNext", "answerFirst answerNext", "serve"),
                  "isDone"),
              answer ->
                  answer.thread(0).equals(1) && answer.thread(1).equals(2)
                      ? null
                      : "the answers were %s and %s".formatted(answer.thread(0), answer.thread(1)),
              POOL,
              Mutants.of(1, List.of(NotAnnouncedAgain.class))),
          new Question(
              Checker.FRAY,
              "cancelled as it is answered",
              "a call is cancelled while its answer comes, and its worker is given the next one",
              new Scenario(
                  DispatchCalls.class,
                  "submitTwo",
                  List.of("answerFirst wake", "cancelFirst"),
                  "endedWith"),
              answer -> answer.after().equals(2) ? "the worker was ended with the next call" : null,
              POOL,
              Mutants.of(1, List.of(EndsAnyCall.class))),
          new Question(
              Checker.FRAY,
              "submit or dismiss",
              "a call is submitted while the pool is dismissed: it is refused or comes to its end",
              new Scenario(DispatchCalls.class, "open", List.of("submit", "dismiss"), "isDone"),
              answer ->
                  answer.thread(0).equals(false) || answer.after().equals(true)
                      ? null
                      : "the call was accepted and never ended",
              POOL,
              Mutants.of(1, List.of(SubmittedTooLate.class))));

  private ProcessSchedules() {}
}
