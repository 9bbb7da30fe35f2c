/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.future.CompletedAsksOnce;
import dev.lockstep.jcstress.queue.AskOnce;
import dev.lockstep.jcstress.queue.AskOncePut;
import dev.lockstep.jcstress.queue.JoinAsksOnce;
import dev.lockstep.jcstress.queue.JoinableTasks;
import dev.lockstep.jcstress.queue.RoomAskedOnce;
import dev.lockstep.jcstress.sync.AsksOnce;
import dev.lockstep.jcstress.sync.AsksOnceEvent;
import dev.lockstep.jcstress.sync.UncheckedPark;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Fray is asked of threads that are woken for no reason, which every wait allows and Fray by
 * itself never does: a thread of the scenario wakes them.
 */
final class VainSchedules {

  /** Of this suite, and made of what an outsider can wake. */
  private static final Set<QueueKind> QUEUES =
      EnumSet.of(QueueKind.CONDITION, QueueKind.JOINABLE, QueueKind.CLOSABLE);

  private static final Set<SyncKind> SIGNALS =
      EnumSet.of(
          SyncKind.MONITOR, SyncKind.CONDITION, SyncKind.PARK, SyncKind.EVENT, SyncKind.PAUSE_GATE);

  static final List<Question> ALL =
      List.of(
          new Question(
              Checker.FRAY,
              "take in vain",
              "one thread waits for an item, another wakes it for no reason and then puts one",
              new Scenario(QueueCalls.class, null, List.of("take", "wakeInVain put1"), "rest"),
              answer -> QueueHistory.wrong(answer, 2),
              Kinds.of(QueueKind.values(), QUEUES::contains, kind -> kind.<Integer>create(2)),
              Mutants.of(2, List.of(AskOnce.class))),
          new Question(
              Checker.FRAY,
              "put in vain",
              "one thread waits for room, another wakes it for no reason and then takes an item",
              new Scenario(QueueCalls.class, "fill", List.of("put1", "wakeInVain take"), "rest"),
              answer -> QueueHistory.wrong(answer, 2, List.of(3, 4)),
              Kinds.of(QueueKind.values(), QUEUES::contains, kind -> kind.<Integer>create(2)),
              Mutants.of(2, List.of(AskOncePut.class, RoomAskedOnce.class))),
          new Question(
              Checker.FRAY,
              "join in vain",
              "one thread waits until all is done, another wakes it for no reason and then works",
              new Scenario(TaskQueueCalls.class, "put", List.of("join", "wakeInVain work"), null),
              answer ->
                  answer.thread(0).equals(true) ? null : "join() ended before the work was done",
              Map.of(QueueKind.JOINABLE, JoinableTasks::new),
              Mutants.of(2, List.of(JoinAsksOnce.class))),
          new Question(
              Checker.FRAY,
              "signal in vain",
              "one thread waits for a signal, another wakes it for no reason and then sends it",
              new Scenario(SignalCalls.class, null, List.of("await", "wakeInVain send"), null),
              answer ->
                  answer.thread(0).equals(1) ? null : "await() ended before the signal was sent",
              Kinds.of(SyncKind.values(), SIGNALS::contains, SyncKind::create),
              Mutants.of(1, List.of(AsksOnce.class, AsksOnceEvent.class, UncheckedPark.class))),
          new Question(
              Checker.FRAY,
              "iterated in vain",
              "one thread iterates over the tasks that have ended, and is woken for no reason",
              new Scenario(GroupCalls.class, "start", List.of("iterate", "wakeInVain"), null),
              _ -> null,
              OtherSchedules.groups(),
              Mutants.of(1, List.of(CompletedAsksOnce.class))));

  private VainSchedules() {}
}
