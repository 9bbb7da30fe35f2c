/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.Construct;
import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.queue.BrokenQueues;
import java.util.List;
import java.util.stream.Stream;

/** The questions to queues. */
final class QueueTemplates {

  private QueueTemplates() {}

  static List<Template> all() {
    return Stream.of(channels(), waits(), joins(), ends()).flatMap(List::stream).toList();
  }

  /** What goes in and comes out. */
  private static List<Template> channels() {
    return List.of(
        of("QueueSafety", 8)
            .where(QueueTemplates::keepsItems)
            .made(
                QueueKind.LINKED_TRANSFER,
                "new Patient<>(QueueCalls.create(QueueKind.LINKED_TRANSFER, 8))")
            .control(BrokenQueues.NoLock.class)
            .control(QueueMutant.GIVES_UP)
            .control(QueueMutant.NEWEST_FIRST)
            .mutants(
                BrokenQueues.EarlyPublish.class,
                BrokenQueues.SamePlace.class,
                BrokenQueues.TwoStepClaim.class)
            .mutants(QueueMutant.PEEK_THEN_REMOVE),
        of("QueueBounds", 2)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.LOOK_THEN_OFFER)
            .mutants(QueueMutant.ONE_PLACE_MORE, QueueMutant.OFFER_IN_TWO_STEPS),
        of("QueueBoundHeld", 2)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.ONE_PLACE_MORE)
            .mutants(QueueMutant.BOUND_AFTER_UNLOCK),
        of("QueuePublishes", 2)
            .where(QueueTemplates::keepsItems)
            .sibling(BrokenQueues.OpaquePlace.class));
  }

  /** Who waits at a queue. */
  private static List<Template> waits() {
    return List.of(
        waiting("QueueHandOff", 2)
            .nightly(QueueTemplates::isOfTheJdk)
            .control(QueueMutant.SILENT_PUT)
            .control(QueueMutant.SILENT_TAKE)
            .control(QueueMutant.NEWEST_FIRST)
            .mutants(
                QueueMutant.WRONG_CONDITION,
                QueueMutant.SILENT_EXCHANGE,
                QueueMutant.SILENT_REMOVE,
                QueueMutant.WANTED_TOO_LATE),
        waiting("QueueRoom", 2)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.SILENT_TAKE)
            .mutants(
                QueueMutant.PLAIN_LEFT,
                QueueMutant.PLAIN_ROOM_IS_WANTED,
                QueueMutant.SILENT_REMOVE,
                QueueMutant.WANTED_TOO_LATE),
        waiting("QueueTwoProducers", 3)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.SILENT_TAKE)
            .mutants(QueueMutant.ONE_FLAG, QueueMutant.SILENT_REMOVE),
        waiting("QueueTwoTakers", 2)
            .control(QueueMutant.SILENT_PUT)
            .mutants(QueueMutant.FIRST_ONLY, QueueMutant.FIRST_ITEM_ONLY, QueueMutant.IGNORES_REST),
        waiting("QueueSidesApart", 1)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.SILENT_PUT)
            .mutants(QueueMutant.ONE_CONDITION),
        waiting("QueueInterrupts", 2)
            .where(QueueTemplates::keepsItems)
            .control(QueueMutant.INTERRUPT_FIRST)
            .mutants(QueueMutant.INTERRUPTED_FIRST, QueueMutant.INTERRUPT_FIRST_IN_TIME),
        waiting("QueueInterruptsPut", 2)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.INTERRUPT_FIRST_PUT)
            .mutants(QueueMutant.INTERRUPT_FIRST_PUT_IN_TIME),
        waiting("QueueGivesUp", 2)
            .where(QueueTemplates::keepsItems)
            .control(QueueMutant.TIME_FIRST)
            .mutants(QueueMutant.NO_LAST_LOOK),
        waiting("QueueGivesUpPut", 2)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.TIME_FIRST_PUT)
            .mutants(QueueMutant.NO_LAST_LOOK_PUT),
        waiting("QueueSecondLook", 2)
            .where(QueueTemplates::keepsItems)
            .without(QueueKind.LINKED_TRANSFER) // a waiting thread is handed its item
            .control(QueueMutant.ASK_ONCE)
            .mutants(QueueMutant.ASK_ONCE_IN_TIME),
        waiting("QueueSecondLookPut", 2)
            .where(QueueTemplates::isBounded)
            .control(QueueMutant.ASK_ONCE_PUT)
            .mutants(QueueMutant.ASK_ONCE_PUT_IN_TIME),
        waiting("QueueTimeKept", 2)
            .where(QueueTemplates::isBounded)
            .where(kind -> !isOfTheJdk(kind)) // nobody can wake its threads from outside
            .control(QueueMutant.TIME_ANEW)
            .control(QueueMutant.ASK_ONCE_IN_TIME)
            .control(QueueMutant.OVER_THE_BOUND)
            .mutants(QueueMutant.STILL_ANEW),
        of("QueueTimeouts", 2).where(QueueTemplates::keepsItems).control(QueueMutant.LATE_ITEM),
        of("QueueTimeoutsPut", 2).where(QueueTemplates::isBounded).control(QueueMutant.LATE_OFFER));
  }

  /** Unfinished work. */
  private static List<Template> joins() {
    return List.of(
        joinable("JoinWaits")
            .control(TaskQueueMutant.EMPTY_MEANS_DONE)
            .control(TaskQueueMutant.SILENT_DONE)
            .mutants(TaskQueueMutant.JOINED_TOO_LATE),
        joinable("JoinPublishes").sibling(BrokenQueues.OpaqueCount.class),
        joinable("JoinInTime").control(TaskQueueMutant.JOIN_GIVES_UP),
        joinable("JoinTimeKept")
            .control(TaskQueueMutant.JOIN_TIME_ANEW)
            .control(TaskQueueMutant.JOIN_ASKS_ONCE_IN_TIME),
        joinable("JoinInVain").control(TaskQueueMutant.JOIN_ASKS_ONCE),
        joinable("TwoJoiners").control(TaskQueueMutant.WAKE_ONE_JOINER),
        joinable("TaskDone")
            .narrow(TaskQueueMutant.CHECK_THEN_DONE)
            .widened(TaskQueueMutant.CHECK_THEN_DONE_SLOW)
            .mutants(TaskQueueMutant.TWO_STEP_DONE),
        joinable("CountedInTime").control(TaskQueueMutant.COUNT_AFTER_PUT));
  }

  /** Sentinels. */
  private static List<Template> ends() {
    return List.of(
        closable("DoneAfterWork").control(TaskQueueMutant.DONE_AT_THE_TAKE),
        closable("WorkInterrupted").control(TaskQueueMutant.DEAF_LOOP),
        closable("SentinelLast")
            .control(TaskQueueMutant.SENTINEL_FIRST)
            .control(TaskQueueMutant.SILENT_CLOSE),
        closable("TwoCloses").control(TaskQueueMutant.ONE_SENTINEL),
        closable("PutOrRefused").control(TaskQueueMutant.CLOSE_IN_TWO_STEPS),
        closable("PutRefused").control(TaskQueueMutant.SILENT_REFUSAL));
  }

  private static Template of(String name, int capacity) {
    return Template.of(
            name, QueueKind.values(), "QueueCalls.create(QueueKind.%s, " + capacity + ")")
        .make("new %s<>(" + capacity + ")");
  }

  /** Of queues whose threads sleep until they are woken, and so can be forgotten. */
  private static Template waiting(String name, int capacity) {
    return of(name, capacity).where(QueueTemplates::wakes);
  }

  private static Template joinable(String name) {
    return Template.of(
            name, QueueKind.values(), "new JoinableTasks<Integer>(new JoinableQueue<>(2))")
        .uses(JoinableQueue.class)
        .only(QueueKind.JOINABLE)
        .make("new %s<Integer>()");
  }

  private static Template closable(String name) {
    return Template.of(
            name, QueueKind.values(), "new ClosableTasks<Integer>(new ClosableQueue<>(2))")
        .uses(ClosableQueue.class)
        .only(QueueKind.CLOSABLE)
        .make("new %s<Integer>()");
  }

  /** Whether an item can lie in it, and need not be handed over from thread to thread. */
  private static boolean keepsItems(Construct kind) {
    return ((QueueKind) kind).bounds() != Bounds.NONE;
  }

  private static boolean isBounded(Construct kind) {
    Bounds bounds = ((QueueKind) kind).bounds();
    return bounds == Bounds.ANY || bounds == Bounds.BOUNDED;
  }

  /** Of which the short plans ask one question alone. */
  private static boolean isOfTheJdk(Construct kind) {
    return kind == QueueKind.ARRAY_BLOCKING
        || kind == QueueKind.LINKED_BLOCKING
        || kind == QueueKind.LINKED_TRANSFER;
  }

  private static boolean wakes(Construct kind) {
    return ((QueueKind) kind).wakes();
  }
}
