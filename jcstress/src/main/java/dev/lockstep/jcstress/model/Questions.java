/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.counter.AlwaysNewMonitor;
import dev.lockstep.jcstress.counter.AtomicGetSet;
import dev.lockstep.jcstress.counter.BoxedLock;
import dev.lockstep.jcstress.counter.BrokenCounters;
import dev.lockstep.jcstress.counter.CasIgnored;
import dev.lockstep.jcstress.counter.CheckThenAct;
import dev.lockstep.jcstress.counter.FailedTryLockIgnored;
import dev.lockstep.jcstress.counter.LockPerThread;
import dev.lockstep.jcstress.counter.LockedWriteOnly;
import dev.lockstep.jcstress.counter.QueueIgnored;
import dev.lockstep.jcstress.counter.ReadLock;
import dev.lockstep.jcstress.counter.SharedCell;
import dev.lockstep.jcstress.counter.SplitAdd;
import dev.lockstep.jcstress.counter.StampedReadLock;
import dev.lockstep.jcstress.counter.TicketInTwoSteps;
import dev.lockstep.jcstress.counter.TwoPermits;
import dev.lockstep.jcstress.counter.UnlockTooEarly;
import dev.lockstep.jcstress.future.BrokenPromises;
import dev.lockstep.jcstress.future.Overriding;
import dev.lockstep.jcstress.lock.BrokenLocks;
import dev.lockstep.jcstress.lock.McsLinkedLate;
import dev.lockstep.jcstress.lock.McsSuccessorForgotten;
import dev.lockstep.jcstress.lock.McsTryInTwoSteps;
import dev.lockstep.jcstress.lock.TicketTryInTwoSteps;
import dev.lockstep.jcstress.sync.BoundedPermits;
import dev.lockstep.jcstress.sync.CheckPauseRelease;
import dev.lockstep.jcstress.sync.CheckThenRelease;
import dev.lockstep.jcstress.sync.ClearedInterrupt;
import dev.lockstep.jcstress.sync.LookBeforeLock;
import dev.lockstep.jcstress.sync.LookPauseBeforeLock;
import dev.lockstep.jcstress.sync.MissedNotify;
import dev.lockstep.jcstress.sync.OneParty;
import dev.lockstep.jcstress.sync.OneThrough;
import dev.lockstep.jcstress.sync.OpenGate;
import dev.lockstep.jcstress.sync.OpenLatch;
import dev.lockstep.jcstress.sync.RefusedByAnother;
import dev.lockstep.jcstress.sync.SignalOne;
import dev.lockstep.jcstress.sync.SilentSend;
import dev.lockstep.jcstress.sync.SparePermit;
import dev.lockstep.jcstress.sync.UncheckedPark;
import dev.lockstep.jcstress.sync.UnwaitedFuture;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All questions that are put to constructs and mutants. Every kind of a family is asked without
 * being named; a new mutant has to be named here.
 */
final class Questions {

  private static final List<Question> OTHERS =
      List.of(
          new Question(
              "",
              "two threads increment, then the value is read",
              new Scenario(TwoIncrements.class, null, List.of("first", "second"), "value"),
              answer ->
                  answer.after().equals(2)
                      ? null
                      : "value() gave %s after two increments".formatted(answer.after()),
              Kinds.of(CounterKind.values(), CounterKind::create),
              List.of(
                  AlwaysNewMonitor.class,
                  AtomicGetSet.class,
                  BoxedLock.class,
                  CasIgnored.class,
                  CheckThenAct.class,
                  FailedTryLockIgnored.class,
                  LockPerThread.class,
                  LockedWriteOnly.class,
                  BrokenCounters.PlainAdder.class,
                  QueueIgnored.class,
                  ReadLock.class,
                  SharedCell.class,
                  SplitAdd.class,
                  StampedReadLock.class,
                  TicketInTwoSteps.class,
                  TwoPermits.class,
                  UnlockTooEarly.class)),
          new Question(
              "",
              "two threads try the lock once and keep it",
              new Scenario(LockCalls.class, null, List.of("tryLock", "tryLock"), null),
              answer ->
                  answer.thread(0).equals(answer.thread(1))
                      ? "tryLock() gave %s to both threads".formatted(answer.thread(0))
                      : null,
              Kinds.of(LockKind.values(), LockKind::create),
              List.of(
                  BrokenLocks.CheckThenAct.class,
                  BrokenLocks.IsLockedFirst.class,
                  BrokenLocks.Lazy.class,
                  BrokenLocks.ReadMode.class,
                  BrokenLocks.StampedReadMode.class,
                  BrokenLocks.TwoPermits.class,
                  McsTryInTwoSteps.class,
                  TicketTryInTwoSteps.class)),
          new Question(
              "waiting",
              "two threads wait for the lock, increment and give it back, then the count is read",
              new Scenario(LockCalls.class, null, List.of("increment", "increment"), "count"),
              answer ->
                  answer.after().equals(2)
                      ? null
                      : "the count was %s after two increments".formatted(answer.after()),
              Kinds.of(LockKind.values(), LockKind::create),
              List.of(
                  BrokenLocks.CheckThenAct.class,
                  BrokenLocks.TwoPermits.class,
                  McsLinkedLate.class,
                  McsSuccessorForgotten.class)),
          new Question(
              "",
              "one thread waits, another writes and sends: the wait ends, and not before the write",
              new Scenario(SignalCalls.class, "arrive", List.of("await", "send"), null),
              answer ->
                  answer.thread(0).equals(1) ? null : "await() ended before the signal was sent",
              Kinds.of(SyncKind.values(), Kinds::exact, SyncKind::create),
              List.of(
                  ClearedInterrupt.class,
                  LookBeforeLock.class,
                  LookPauseBeforeLock.class,
                  MissedNotify.class,
                  OneParty.class,
                  OpenGate.class,
                  OpenLatch.class,
                  SilentSend.class,
                  SparePermit.class,
                  UncheckedPark.class,
                  UnwaitedFuture.class)),
          new Question(
              "two waiters",
              "two threads wait, a third writes and sends: both waits end, and not before the"
                  + " write",
              new Scenario(SignalCalls.class, "arrive", List.of("await", "await", "send"), null),
              answer ->
                  answer.thread(0).equals(1) && answer.thread(1).equals(1)
                      ? null
                      : "await() ended before the signal was sent",
              Kinds.of(new SyncKind[] {SyncKind.EVENT, SyncKind.PAUSE_GATE}, SyncKind::create),
              List.of(OneThrough.class, SignalOne.class)),
          new Question(
              "two releases",
              "two threads give back the one permit that is taken: one of them is refused",
              new Scenario(SignalCalls.class, null, List.of("sendOnce", "sendOnce"), null),
              answer ->
                  answer.thread(0).equals(answer.thread(1))
                      ? "the release gave %s to both threads".formatted(answer.thread(0))
                      : null,
              Kinds.of(new SyncKind[] {SyncKind.BOUNDED_SEMAPHORE}, SyncKind::create),
              List.of(CheckPauseRelease.class, CheckThenRelease.class)),
          new Question(
              "both permits",
              "two permits are free; two threads try to take one each, and both have one",
              new Scenario(PermitCalls.class, null, List.of("tryAcquire", "tryAcquire"), null),
              answer ->
                  answer.threads().equals(List.of(true, true))
                      ? null
                      : "tryAcquire() gave %s and %s".formatted(answer.thread(0), answer.thread(1)),
              Map.of(SyncKind.BOUNDED_SEMAPHORE, BoundedPermits::new),
              List.of(RefusedByAnother.class)),
          new Question(
              "",
              "one thread completes, another cancels, then the value is asked for",
              new Scenario(PromiseCalls.class, null, List.of("complete", "cancel"), "get"),
              answer -> {
                boolean cancelled = answer.after().equals(PromiseCalls.CANCELLED);
                return answer.thread(1).equals(cancelled)
                        && (cancelled || answer.thread(0).equals(true))
                    ? null
                    : "complete() gave %s, cancel() %s and get() %s"
                        .formatted(answer.thread(0), answer.thread(1), answer.after());
              },
              Kinds.of(FutureKind.values(), FutureKind::create),
              List.of(BrokenPromises.CheckThenAct.class, Overriding.class)));

  static final List<Question> ALL =
      Stream.of(
              OTHERS,
              QueueQuestions.ALL,
              StructureQuestions.ALL,
              BufferSchedules.ALL,
              TaskSchedules.ALL,
              SyncSchedules.ALL,
              VainSchedules.ALL,
              HandOverSchedules.ALL,
              ProcessSchedules.ALL,
              OtherSchedules.ALL)
          .flatMap(List::stream)
          .toList();

  private Questions() {}

  /** Returns why no question is put to a construct. */
  static String whyNot(Construct construct) {
    return switch (construct.family()) {
      case "sync" ->
          "it goes wrong only when the compiler moves a read, and both checkers read in"
              + " program order";
      case "order", "publication" ->
          "it goes wrong only when accesses are reordered, and both checkers keep program order";
      case "unit" -> "its threads are its own, and no question is put to those";
      case "link" -> "its threads wait in one class of the platform, and nowhere else";
      case "pipeline" ->
          "it works in the caller, its threads are virtual or of a pool of the platform, or they"
              + " spin, which Fray takes for a circle; Lincheck starts no threads of its own";
      case "executor" ->
          "it works in the caller, or its threads are virtual or of the common pool, which Fray"
              + " cannot hold up; Lincheck takes what executors do for one step";
      case "stack" ->
          "Lincheck takes what is done with an AtomicStampedReference for one step, and no question"
              + " is put to Fray";
      case "queue" -> QueueQuestions.whyNot(construct);
      default -> "no question is put to this family";
    };
  }
}
