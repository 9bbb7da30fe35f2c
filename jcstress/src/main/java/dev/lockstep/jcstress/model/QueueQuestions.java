/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.queue.BrokenQueues;
import dev.lockstep.jcstress.queue.BrokenTaskQueues;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The questions that are put to queues. */
final class QueueQuestions {

  private static final int CAPACITY = 2;

  /** Queues of this suite whose threads sleep and are woken; CLOSABLE waits as JOINABLE does. */
  private static final Set<QueueKind> WAITING = EnumSet.of(QueueKind.CONDITION, QueueKind.JOINABLE);

  /** Queues that no question is put to; {@link #whyNot} says why. */
  private static final Set<QueueKind> LEFT_OUT =
      EnumSet.of(QueueKind.SYNCHRONOUS, QueueKind.LINKED_TRANSFER);

  static final List<Question> ALL =
      List.of(
          new Question(
              "",
              "two threads put an item each and take one each, then the rest is taken",
              new Scenario(QueueCalls.class, null, List.of("offer1 poll", "offer2 poll"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY),
              kinds(EnumSet.complementOf(EnumSet.copyOf(LEFT_OUT))),
              List.of(
                  BrokenQueues.EarlyPublish.class,
                  BrokenQueues.PeekThenRemove.class,
                  BrokenQueues.SamePlace.class,
                  BrokenQueues.TwoStepClaim.class)),
          new Question(
              "full",
              "a thread offers two items, another offers one and takes one, then the rest is taken",
              new Scenario(QueueCalls.class, null, List.of("offer1 offer2", "offer3 poll"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY),
              kinds(WAITING),
              List.of(BrokenQueues.LookThenOffer.class, BrokenQueues.OnePlaceMore.class)),
          new Question(
              "waiting",
              "a thread puts three items where two have room, another takes three",
              new Scenario(
                  QueueCalls.class, null, List.of("put1 put2 put3", "take take take"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY),
              kinds(WAITING),
              List.of(
                  BrokenQueues.NewestFirst.class,
                  BrokenQueues.SilentPut.class,
                  BrokenQueues.SilentTake.class,
                  BrokenQueues.WrongCondition.class)),
          new Question(
              "two takers",
              "two threads wait for an item each, a third puts two",
              new Scenario(QueueCalls.class, null, List.of("take", "take", "put1 put2"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY),
              kinds(WAITING),
              List.of(BrokenQueues.FirstOnly.class)),
          new Question(
              "join",
              "a thread takes the only item, works and says so, two others wait for that",
              new Scenario(TaskQueueCalls.class, "put", List.of("work", "join", "join"), null),
              answer ->
                  answer.thread(1).equals(true) && answer.thread(2).equals(true)
                      ? null
                      : "join() ended before the work was done",
              Map.of(QueueKind.JOINABLE, JoinableTasks::new),
              List.of(
                  BrokenTaskQueues.EmptyMeansDone.class,
                  BrokenTaskQueues.SilentDone.class,
                  BrokenTaskQueues.WakeOneJoiner.class)),
          new Question(
              "done",
              "two threads say that they have finished the only item",
              new Scenario(TaskQueueCalls.class, "put", List.of("done", "done"), null),
              answer ->
                  answer.thread(0).equals(answer.thread(1))
                      ? "taskDone() was %s by both threads"
                          .formatted(answer.thread(0).equals(true) ? "accepted" : "refused")
                      : null,
              Map.of(QueueKind.JOINABLE, JoinableTasks::new),
              List.of(BrokenTaskQueues.CheckThenDone.class, BrokenTaskQueues.TwoStepDone.class)),
          new Question(
              "counted",
              "one thread puts an item, another takes it and says that it is done",
              new Scenario(TaskQueueCalls.class, null, List.of("put", "work"), null),
              answer -> null,
              Map.of(QueueKind.JOINABLE, JoinableTasks::new),
              List.of(BrokenTaskQueues.CountAfterPut.class)),
          new Question(
              "end",
              "a thread puts two items and closes the queue, another works to the end",
              new Scenario(EndingQueueCalls.class, null, List.of("putAndClose", "work"), null),
              answer ->
                  answer.thread(1).equals(2)
                      ? null
                      : "the end came after %s of two items".formatted(answer.thread(1)),
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(BrokenTaskQueues.ClosedFlag.class)),
          new Question(
              "end of the work",
              "a thread works on the only item, another waits until it is done and closes the"
                  + " queue",
              new Scenario(EndingQueueCalls.class, "put", List.of("work", "joinAndClose"), null),
              answer -> answer.thread(1).equals(1) ? null : "join() ended before the work was done",
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(BrokenTaskQueues.DoneAtTheTake.class)));

  private QueueQuestions() {}

  /** Returns why no question is put to a queue. */
  static String whyNot(Construct construct) {
    return construct == QueueKind.SYNCHRONOUS
        ? "it has no room for an item, and the questions begin with one"
        : "its poll may overlook an item, which its sources show and a stress test does, too";
  }

  private static Map<Construct, Supplier<?>> kinds(Set<QueueKind> kinds) {
    Map<Construct, Supplier<?>> made = new LinkedHashMap<>();
    for (QueueKind kind : kinds) {
      int capacity = kind.bounds().allow(CAPACITY) ? CAPACITY : Channel.UNBOUNDED;
      made.put(kind, () -> kind.<Integer>create(capacity));
    }
    return made;
  }
}
