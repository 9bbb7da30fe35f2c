/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.Construct;
import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.queue.BrokenQueues;
import dev.lockstep.jcstress.queue.BrokenTaskQueues;
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
            .without(QueueKind.LINKED_TRANSFER) // its poll() may overlook an item
            .make("new %s<Integer>().holding(8)")
            .control(BrokenQueues.NoLock.class)
            .control(BrokenQueues.GivesUp.class)
            .control(BrokenQueues.NewestFirst.class)
            .mutants(
                BrokenQueues.EarlyPublish.class,
                BrokenQueues.PeekThenRemove.class,
                BrokenQueues.SamePlace.class,
                BrokenQueues.TwoStepClaim.class),
        of("QueueTimedSafety", 8)
            .only(QueueKind.LINKED_TRANSFER)
            .make("new %s<Integer>().holding(8)")
            .control(BrokenQueues.NoLock.class)
            .control(BrokenQueues.GivesUp.class)
            .control(BrokenQueues.NewestFirst.class),
        of("QueueBounds", 2)
            .where(QueueTemplates::isBounded)
            .make("new %s<>()")
            .control(BrokenQueues.LookThenOffer.class)
            .mutants(BrokenQueues.OnePlaceMore.class),
        of("QueuePublishes", 2)
            .where(QueueTemplates::keepsItems)
            .make("new %s<>()")
            .sibling(BrokenQueues.OpaquePlace.class));
  }

  /** Who waits at a queue. */
  private static List<Template> waits() {
    return List.of(
        of("QueueHandOff", 2)
            .where(QueueTemplates::wakes)
            .make("new %s<>()")
            .control(BrokenQueues.SilentPut.class)
            .control(BrokenQueues.SilentTake.class)
            .control(BrokenQueues.NewestFirst.class)
            .mutants(BrokenQueues.WrongCondition.class),
        of("QueueRoom", 2)
            .where(QueueTemplates::wakes)
            .where(QueueTemplates::isBounded)
            .make("new %s<>()")
            .control(BrokenQueues.SilentTake.class),
        of("QueueTwoTakers", 2)
            .where(QueueTemplates::wakes)
            .make("new %s<>()")
            .control(BrokenQueues.SilentPut.class)
            .mutants(BrokenQueues.FirstOnly.class),
        of("QueueInterrupts", 2)
            .where(QueueTemplates::wakes)
            .where(QueueTemplates::keepsItems)
            .make("new %s<>()")
            .control(BrokenQueues.InterruptFirst.class),
        of("QueueSecondLook", 2)
            .where(QueueTemplates::wakes)
            .where(QueueTemplates::keepsItems)
            .without(QueueKind.LINKED_TRANSFER) // a waiting thread is handed its item
            .make("new %s<>()")
            .control(BrokenQueues.AskOnce.class),
        of("QueueSecondLookPut", 2)
            .where(QueueTemplates::wakes)
            .where(QueueTemplates::isBounded)
            .make("new %s<>()")
            .control(BrokenQueues.AskOncePut.class),
        of("QueueTimeouts", 2)
            .where(QueueTemplates::keepsItems)
            .make("new %s<>()")
            .control(BrokenQueues.LateItem.class));
  }

  /** Unfinished work. */
  private static List<Template> joins() {
    return List.of(
        joinable("JoinWaits")
            .control(BrokenTaskQueues.EmptyMeansDone.class)
            .control(BrokenTaskQueues.SilentDone.class),
        joinable("JoinPublishes").sibling(BrokenTaskQueues.OpaqueCount.class),
        joinable("TwoJoiners").control(BrokenTaskQueues.WakeOneJoiner.class),
        joinable("TaskDone")
            .control(BrokenTaskQueues.CheckThenDone.class)
            .widened(BrokenTaskQueues.CheckThenDoneSlow.class)
            .mutants(BrokenTaskQueues.TwoStepDone.class),
        joinable("CountedInTime").control(BrokenTaskQueues.CountAfterPut.class));
  }

  /** Sentinels. */
  private static List<Template> ends() {
    return List.of(
        closable("DoneAfterWork").control(BrokenTaskQueues.DoneAtTheTake.class),
        closable("SentinelLast")
            .control(BrokenTaskQueues.ClosedFlag.class)
            .control(BrokenTaskQueues.SilentClose.class),
        closable("TwoCloses").control(BrokenTaskQueues.OneSentinel.class),
        closable("PutRefused").control(BrokenTaskQueues.SilentRefusal.class));
  }

  private static Template of(String name, int capacity) {
    return Template.of(
        name, QueueKind.values(), "QueueCalls.create(QueueKind.%s, " + capacity + ")");
  }

  private static Template joinable(String name) {
    return Template.of(name, QueueKind.values(), "TaskQueue.of(new JoinableQueue<>(2))")
        .uses(JoinableQueue.class)
        .only(QueueKind.JOINABLE)
        .make("new %s<>()");
  }

  private static Template closable(String name) {
    return Template.of(name, QueueKind.values(), "EndingQueue.of(new ClosableQueue<>(2))")
        .uses(ClosableQueue.class)
        .only(QueueKind.CLOSABLE)
        .make("new %s<>()");
  }

  /** Whether an item can lie in it, and need not be handed over from thread to thread. */
  private static boolean keepsItems(Construct kind) {
    return ((QueueKind) kind).bounds() != Bounds.NONE;
  }

  private static boolean isBounded(Construct kind) {
    Bounds bounds = ((QueueKind) kind).bounds();
    return bounds == Bounds.ANY || bounds == Bounds.BOUNDED;
  }

  /**
   * Whether a thread that waits here is woken, so that it can be forgotten; if not, it looks again
   * by itself, pause after pause. A thread tells that waits for an item: the one is parked for
   * good, the other one for a time.
   */
  private static boolean wakes(Construct construct) {
    QueueKind kind = (QueueKind) construct;
    int capacity = isBounded(kind) ? 1 : keepsItems(kind) ? Channel.UNBOUNDED : 0;
    Channel<Object> queue = kind.create(capacity);
    Thread taker =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    Object _ = queue.take();
                  } catch (InterruptedException asked) {
                    return;
                  }
                });
    try {
      Thread.State state = taker.getState();
      while (state != Thread.State.WAITING && state != Thread.State.TIMED_WAITING) {
        Thread.sleep(1);
        state = taker.getState();
      }
      return state == Thread.State.WAITING;
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the generator", e);
    } finally {
      taker.interrupt();
    }
  }
}
