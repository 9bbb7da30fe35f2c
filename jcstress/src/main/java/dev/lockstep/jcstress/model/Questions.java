/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.counter.BrokenCounters;
import dev.lockstep.jcstress.future.BrokenPromises;
import dev.lockstep.jcstress.lock.BrokenLocks;
import dev.lockstep.jcstress.queue.BrokenQueues;
import dev.lockstep.jcstress.queue.BrokenTaskQueues;
import dev.lockstep.jcstress.sync.BrokenSignals;
import dev.lockstep.jcstress.sync.BrokenSynchronizers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
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
              kinds(CounterKind.values(), CounterKind::create),
              List.of(
                  BrokenCounters.AlwaysNewMonitor.class,
                  BrokenCounters.AtomicGetSet.class,
                  BrokenCounters.BoxedLock.class,
                  BrokenCounters.CasIgnored.class,
                  BrokenCounters.CheckThenAct.class,
                  BrokenCounters.FailedTryLockIgnored.class,
                  BrokenCounters.LockPerThread.class,
                  BrokenCounters.LockedWriteOnly.class,
                  BrokenCounters.PlainAdder.class,
                  BrokenCounters.ReadLock.class,
                  BrokenCounters.SharedCell.class,
                  BrokenCounters.SplitAdd.class,
                  BrokenCounters.StampedReadLock.class,
                  BrokenCounters.TwoPermits.class,
                  BrokenCounters.UnlockTooEarly.class)),
          new Question(
              "",
              "two threads try the lock once and keep it",
              new Scenario(LockCalls.class, null, List.of("tryLock", "tryLock"), null),
              answer ->
                  answer.thread(0).equals(answer.thread(1))
                      ? "tryLock() gave %s to both threads".formatted(answer.thread(0))
                      : null,
              kinds(LockKind.values(), LockKind::create),
              List.of(
                  BrokenLocks.CheckThenAct.class,
                  BrokenLocks.IsLockedFirst.class,
                  BrokenLocks.Lazy.class,
                  BrokenLocks.ReadMode.class,
                  BrokenLocks.StampedReadMode.class,
                  BrokenLocks.TwoPermits.class)),
          new Question(
              "waiting",
              "two threads wait for the lock, increment and give it back, then the count is read",
              new Scenario(LockCalls.class, null, List.of("increment", "increment"), "count"),
              answer ->
                  answer.after().equals(2)
                      ? null
                      : "the count was %s after two increments".formatted(answer.after()),
              kinds(LockKind.values(), LockKind::create),
              List.of(BrokenLocks.CheckThenAct.class, BrokenLocks.TwoPermits.class)),
          new Question(
              "",
              "one thread waits, another writes and sends: the wait ends, and not before the write",
              new Scenario(SignalCalls.class, "arrive", List.of("await", "send"), null),
              answer ->
                  answer.thread(0).equals(1) ? null : "await() ended before the signal was sent",
              exact(kinds(SyncKind.values(), SyncKind::create)),
              List.of(
                  BrokenSignals.ClearedInterrupt.class,
                  BrokenSignals.LookBeforeLock.class,
                  BrokenSignals.MissedNotify.class,
                  BrokenSignals.OneParty.class,
                  BrokenSignals.OpenGate.class,
                  BrokenSignals.OpenLatch.class,
                  BrokenSignals.SilentRelease.class,
                  BrokenSignals.SparePermit.class,
                  BrokenSignals.UncheckedPark.class,
                  BrokenSignals.UnwaitedFuture.class)),
          new Question(
              "two waiters",
              "two threads wait, a third writes and sends: both waits end, and not before the"
                  + " write",
              new Scenario(SignalCalls.class, "arrive", List.of("await", "await", "send"), null),
              answer ->
                  answer.thread(0).equals(1) && answer.thread(1).equals(1)
                      ? null
                      : "await() ended before the signal was sent",
              kinds(new SyncKind[] {SyncKind.EVENT, SyncKind.PAUSE_GATE}, SyncKind::create),
              List.of(BrokenSignals.OneThrough.class, BrokenSignals.SignalOne.class)),
          new Question(
              "two releases",
              "two threads give back the one permit that is taken: one of them is refused",
              new Scenario(SignalCalls.class, null, List.of("sendOnce", "sendOnce"), null),
              answer ->
                  answer.thread(0).equals(answer.thread(1))
                      ? "the release gave %s to both threads".formatted(answer.thread(0))
                      : null,
              kinds(new SyncKind[] {SyncKind.BOUNDED_SEMAPHORE}, SyncKind::create),
              List.of(BrokenSignals.CheckThenRelease.class)),
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
              kinds(FutureKind.values(), FutureKind::create),
              List.of(BrokenPromises.CheckThenAct.class, BrokenPromises.Overriding.class)));

  static final List<Question> ALL =
      Stream.concat(OTHERS.stream(), QueueQuestions.ALL.stream()).toList();

  private static final String NEEDS_LUCK =
      "it shows under one interleaving of hundreds, more than the short plans try; a stress test"
          + " sees it at once";

  private static final String NOT_ASKED =
      "no question to the checker is one that it answers wrongly; a stress test asks it";

  /** The mutants that only a stress test can find out, and why. */
  static final Map<Class<?>, String> BLIND =
      Map.of(
          BrokenSignals.UnparkFirst.class,
          "the checker lets park return for no reason at any time, so nobody waits for ever for an"
              + " unpark",
          BrokenQueues.AskOnce.class,
          NEEDS_LUCK,
          BrokenQueues.AskOncePut.class,
          NEEDS_LUCK,
          BrokenQueues.LateItem.class,
          "it goes wrong when time passes, and to the checker none does",
          BrokenCounters.SetAfterFailure.class,
          NOT_ASKED,
          BrokenPromises.CallbackLost.class,
          NOT_ASKED,
          BrokenSynchronizers.AskedTooLate.class,
          NOT_ASKED,
          BrokenTaskQueues.OneSentinel.class,
          NOT_ASKED,
          BrokenTaskQueues.SilentClose.class,
          NOT_ASKED,
          BrokenTaskQueues.SilentRefusal.class,
          NOT_ASKED);

  private Questions() {}

  /** Returns why no question is put to a construct. */
  static String whyNot(Construct construct) {
    return switch (construct.family()) {
      case "sync" ->
          "it goes wrong only when the compiler moves a read, and the checker reads in program"
              + " order";
      case "order", "publication" ->
          "it goes wrong only when accesses are reordered, and the checker keeps program order";
      case "unit", "link" ->
          "its threads are its own, and the checker orders only the threads that it has started";
      case "executor" -> "the checker takes what the platform's executors do for one step";
      case "queue" -> QueueQuestions.whyNot(construct);
      default -> "no question is put to this family";
    };
  }

  private static <K extends Construct> Map<Construct, Supplier<?>> kinds(
      K[] kinds, Function<K, ?> create) {
    Map<Construct, Supplier<?>> made = new LinkedHashMap<>();
    for (K kind : kinds) {
      made.put(kind, () -> create.apply(kind));
    }
    return made;
  }

  /** Without the racy ones, which {@link #whyNot} accounts for. */
  private static Map<Construct, Supplier<?>> exact(Map<Construct, Supplier<?>> kinds) {
    kinds.keySet().removeIf(kind -> kind.guarantee() == Guarantee.RACY);
    return kinds;
  }
}
