/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.queue.ClosableTasks;
import dev.lockstep.jcstress.queue.FailedUndone;
import dev.lockstep.jcstress.queue.InterruptedUndone;
import dev.lockstep.jcstress.queue.JoinableTasks;
import dev.lockstep.jcstress.queue.JoinedTooLate;
import dev.lockstep.jcstress.queue.JoinsWhatWasThere;
import dev.lockstep.jcstress.queue.OneSentinel;
import dev.lockstep.jcstress.queue.RefusesOne;
import dev.lockstep.jcstress.queue.SentinelFirst;
import dev.lockstep.jcstress.queue.SilentClose;
import dev.lockstep.jcstress.queue.SilentDone;
import dev.lockstep.jcstress.queue.SilentRefusal;
import dev.lockstep.jcstress.queue.WakeOneJoiner;
import java.util.List;
import java.util.Map;

/** What Fray is asked of queues that know what is unfinished, and of those that can be closed. */
final class TaskSchedules {

  static final List<Question> ALL =
      List.of(
          new Question(
              Checker.FRAY,
              "two workers and two joins",
              "two threads work on an item each, two others wait for all of it",
              new Scenario(
                  TaskQueueCalls.class,
                  "putTwo",
                  List.of("workOnOne", "workOnOne", "joinAll", "joinAll"),
                  null),
              answer ->
                  answer.thread(2).equals(2) && answer.thread(3).equals(2)
                      ? null
                      : "join() ended before the work was done",
              Map.of(QueueKind.JOINABLE, JoinableTasks::new),
              Mutants.of(2, List.of(JoinedTooLate.class, SilentDone.class, WakeOneJoiner.class))),
          new Question(
              Checker.FRAY,
              "what follows",
              "a thread works on an item and on another one that follows from it, two others wait"
                  + " for all of it",
              new Scenario(
                  TaskQueueCalls.class, "put", List.of("workOnTwo", "joinAll", "joinAll"), null),
              answer ->
                  answer.thread(1).equals(1) && answer.thread(2).equals(1)
                      ? null
                      : "join() ended before the work was done",
              Map.of(QueueKind.JOINABLE, JoinableTasks::new),
              Mutants.of(2, List.of(JoinsWhatWasThere.class))),
          new Question(
              Checker.FRAY,
              "close between",
              "a thread puts three items where two have room, two work, a fourth closes the queue"
                  + " for both",
              new Scenario(
                  EndingQueueCalls.class,
                  null,
                  List.of("putThree", "work", "work", "closeTwice"),
                  "worked"),
              answer ->
                  answer.thread(0).equals(answer.after())
                      ? null
                      : "%s items were accepted, and %s were worked on"
                          .formatted(answer.thread(0), answer.after()),
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              Mutants.of(2, List.of(OneSentinel.class, SentinelFirst.class, SilentClose.class))),
          new Question(
              Checker.FRAY,
              "cut short",
              "an item interrupts the thread that works on it, another fails, and all is done at"
                  + " the end",
              new Scenario(
                  EndingQueueCalls.class,
                  "fill",
                  List.of("workCutShort", "closeAndJoin"),
                  "worked"),
              answer ->
                  answer.after().equals(2)
                      ? null
                      : "%s of two items were worked on".formatted(answer.after()),
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              Mutants.of(2, List.of(FailedUndone.class, InterruptedUndone.class))),
          new Question(
              Checker.FRAY,
              "two refused",
              "the queue is full; two threads wait for room, a third closes it",
              new Scenario(
                  EndingQueueCalls.class, "fill", List.of("putOne", "putOne", "close"), "work"),
              answer ->
                  List.of(answer.thread(0), answer.thread(1), answer.after())
                          .equals(List.of(0, 0, 2))
                      ? null
                      : "%s and %s items were accepted, and %s were worked on"
                          .formatted(answer.thread(0), answer.thread(1), answer.after()),
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              Mutants.of(2, List.of(RefusesOne.class, SilentRefusal.class))));

  private TaskSchedules() {}
}
