/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.queue.BoundAfterUnlock;
import dev.lockstep.jcstress.queue.BrokenQueues;
import dev.lockstep.jcstress.queue.CheckThenDone;
import dev.lockstep.jcstress.queue.CheckThenDoneSlow;
import dev.lockstep.jcstress.queue.ClosableTasks;
import dev.lockstep.jcstress.queue.CloseInTwoSteps;
import dev.lockstep.jcstress.queue.CountAfterPut;
import dev.lockstep.jcstress.queue.DoneAtTheTake;
import dev.lockstep.jcstress.queue.EmptyMeansDone;
import dev.lockstep.jcstress.queue.FirstItemOnly;
import dev.lockstep.jcstress.queue.FirstOnly;
import dev.lockstep.jcstress.queue.GivesUp;
import dev.lockstep.jcstress.queue.IgnoresRest;
import dev.lockstep.jcstress.queue.JoinableTasks;
import dev.lockstep.jcstress.queue.JoinedTooLate;
import dev.lockstep.jcstress.queue.LookThenOffer;
import dev.lockstep.jcstress.queue.NewestFirst;
import dev.lockstep.jcstress.queue.OfferInTwoSteps;
import dev.lockstep.jcstress.queue.OnePlaceMore;
import dev.lockstep.jcstress.queue.PeekThenRemove;
import dev.lockstep.jcstress.queue.SentinelFirst;
import dev.lockstep.jcstress.queue.SentinelUndone;
import dev.lockstep.jcstress.queue.SilentClose;
import dev.lockstep.jcstress.queue.SilentDone;
import dev.lockstep.jcstress.queue.SilentExchange;
import dev.lockstep.jcstress.queue.SilentPut;
import dev.lockstep.jcstress.queue.SilentRefusal;
import dev.lockstep.jcstress.queue.SilentRemove;
import dev.lockstep.jcstress.queue.SilentTake;
import dev.lockstep.jcstress.queue.SizeWithoutLock;
import dev.lockstep.jcstress.queue.TwoStepDone;
import dev.lockstep.jcstress.queue.WakeOneJoiner;
import dev.lockstep.jcstress.queue.WantedTooLate;
import dev.lockstep.jcstress.queue.WrongCondition;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The questions that are put to queues. */
final class QueueQuestions {

  static final int CAPACITY = 2;

  /** What {@link QueueCalls#fill} has put. */
  private static final List<Integer> FILLED = List.of(3, 4);

  /** What {@link QueueCalls#fillAgain} leaves. */
  private static final List<Integer> FILLED_AGAIN = List.of(4, 5);

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
                  GivesUp.class,
                  PeekThenRemove.class,
                  BrokenQueues.EarlyPublish.class,
                  BrokenQueues.SamePlace.class,
                  BrokenQueues.TwoStepClaim.class)),
          new Question(
              "full",
              "a thread offers two items, another offers one and takes one, then the rest is taken",
              new Scenario(QueueCalls.class, null, List.of("offer1 offer2", "offer3 poll"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY),
              kinds(WAITING),
              List.of(LookThenOffer.class, OfferInTwoSteps.class, OnePlaceMore.class)),
          new Question(
              "held",
              "the queue is full; a thread takes an item, another offers two, then the rest is"
                  + " taken",
              new Scenario(QueueCalls.class, "fill", List.of("poll", "offer1 offer2"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY, FILLED),
              kinds(WAITING),
              List.of(BoundAfterUnlock.class)),
          new Question(
              "size",
              "one item is there; a thread puts another and takes one, a second counts them",
              new Scenario(QueueCalls.class, "put3", List.of("offer1 poll", "size"), "size"),
              answer ->
                  answer.after().equals(1) && List.of(1, 2).contains(answer.thread(1))
                      ? null
                      : "size() gave %s, and %s in the end"
                          .formatted(answer.thread(1), answer.after()),
              kinds(EnumSet.complementOf(EnumSet.copyOf(LEFT_OUT))),
              List.of(SizeWithoutLock.class)),
          new Question(
              "waiting",
              "a thread puts three items where two have room, another takes three",
              new Scenario(
                  QueueCalls.class, null, List.of("put1 put2 put3", "take take take"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY),
              kinds(WAITING),
              List.of(NewestFirst.class, SilentPut.class, SilentTake.class, WrongCondition.class)),
          new Question(
              "room",
              "the queue is full; a thread puts an item, another takes one, then the rest is taken",
              new Scenario(QueueCalls.class, "fill", List.of("put1", "take"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY, FILLED),
              kinds(WAITING),
              List.of(SilentExchange.class)),
          new Question(
              "room again",
              "the same when items have been taken before, so that lists are not exchanged",
              new Scenario(QueueCalls.class, "fillAgain", List.of("put1", "take"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY, FILLED_AGAIN),
              kinds(WAITING),
              List.of(SilentRemove.class, WantedTooLate.class)),
          new Question(
              "two takers",
              "two threads wait for an item each, a third puts two",
              new Scenario(QueueCalls.class, null, List.of("take", "take", "put1 put2"), "rest"),
              answer -> QueueHistory.wrong(answer, CAPACITY),
              kinds(WAITING),
              List.of(FirstItemOnly.class, FirstOnly.class, IgnoresRest.class)),
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
                  EmptyMeansDone.class,
                  JoinedTooLate.class,
                  SilentDone.class,
                  WakeOneJoiner.class)),
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
              List.of(CheckThenDone.class, CheckThenDoneSlow.class, TwoStepDone.class)),
          new Question(
              "counted",
              "one thread puts an item, another takes it and says that it is done",
              new Scenario(TaskQueueCalls.class, null, List.of("put", "work"), null),
              answer -> null,
              Map.of(QueueKind.JOINABLE, JoinableTasks::new),
              List.of(CountAfterPut.class)),
          new Question(
              "end",
              "a thread puts two items and closes the queue, another works to the end",
              new Scenario(EndingQueueCalls.class, null, List.of("putAndClose", "work"), null),
              answer ->
                  answer.thread(1).equals(2)
                      ? null
                      : "the end came after %s of two items".formatted(answer.thread(1)),
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(SentinelFirst.class)),
          new Question(
              "end of the work",
              "a thread works on the only item, another waits until it is done and closes the"
                  + " queue",
              new Scenario(EndingQueueCalls.class, "put", List.of("work", "joinAndClose"), null),
              answer -> answer.thread(1).equals(1) ? null : "join() ended before the work was done",
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(DoneAtTheTake.class)),
          new Question(
              "end of all",
              "a thread works on the only item, another closes the queue and waits until all is"
                  + " done",
              new Scenario(EndingQueueCalls.class, "put", List.of("work", "closeAndJoin"), null),
              answer -> null,
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(SentinelUndone.class)),
          new Question(
              "end while waiting",
              "a thread waits for an item, another closes the queue",
              new Scenario(EndingQueueCalls.class, null, List.of("work", "close"), null),
              answer -> null,
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(SilentClose.class)),
          new Question(
              "refused",
              "a thread puts three items where two have room, another closes the queue",
              new Scenario(EndingQueueCalls.class, null, List.of("putThree", "close"), null),
              answer -> null,
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(SilentRefusal.class)),
          new Question(
              "put or refused",
              "a thread puts an item, another closes the queue, then all is worked on",
              new Scenario(EndingQueueCalls.class, null, List.of("putOne", "close"), "work"),
              answer ->
                  answer.thread(0).equals(answer.after())
                      ? null
                      : "%s items were accepted, and %s were worked on"
                          .formatted(answer.thread(0), answer.after()),
              Map.of(QueueKind.CLOSABLE, ClosableTasks::new),
              List.of(CloseInTwoSteps.class)));

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
