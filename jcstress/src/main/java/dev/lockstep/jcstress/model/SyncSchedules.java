/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.sync.BoundedPermits;
import dev.lockstep.jcstress.sync.BrokenSynchronizers;
import dev.lockstep.jcstress.sync.ForgetsWhoWaits;
import dev.lockstep.jcstress.sync.InterruptedTaker;
import dev.lockstep.jcstress.sync.KeepsWhenInterrupted;
import dev.lockstep.jcstress.sync.LatePermit;
import dev.lockstep.jcstress.sync.LookBeforeLock;
import dev.lockstep.jcstress.sync.MissedNotify;
import dev.lockstep.jcstress.sync.OneThrough;
import dev.lockstep.jcstress.sync.Permits;
import dev.lockstep.jcstress.sync.SignalOne;
import dev.lockstep.jcstress.sync.TakeInTwoSteps;
import dev.lockstep.jcstress.sync.UnparkFirst;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

/** What Fray is asked of signals, gates and semaphores. */
final class SyncSchedules {

  private static final Set<SyncKind> GATES = EnumSet.of(SyncKind.EVENT, SyncKind.PAUSE_GATE);
  private static final Set<SyncKind> PERMITS =
      EnumSet.of(SyncKind.SEMAPHORE, SyncKind.BOUNDED_SEMAPHORE);

  /** Those that spin on what Fray lets pass: an opaque access, the interrupt status. */
  private static final Set<SyncKind> SPINNING =
      EnumSet.of(SyncKind.OPAQUE_FLAG, SyncKind.INTERRUPT);

  static final List<Question> ALL =
      List.of(
          new Question(
              Checker.FRAY,
              "sent while parked",
              "one thread waits, another writes and sends: the wait ends, and not before the write",
              new Scenario(SignalCalls.class, null, List.of("await", "send"), null),
              answer ->
                  answer.thread(0).equals(1) ? null : "await() ended before the signal was sent",
              Kinds.of(
                  SyncKind.values(),
                  kind -> Kinds.exact(kind) && !SPINNING.contains(kind),
                  SyncKind::create),
              Mutants.of(1, List.of(LookBeforeLock.class, MissedNotify.class, UnparkFirst.class))),
          new Question(
              Checker.FRAY,
              "three waiters",
              "three threads wait, a fourth writes and sends: all waits end",
              new Scenario(
                  SignalCalls.class, null, List.of("await", "await", "await", "send"), null),
              _ -> null,
              Kinds.of(SyncKind.values(), GATES::contains, SyncKind::create),
              Mutants.of(1, List.of(OneThrough.class, SignalOne.class))),
          new Question(
              Checker.FRAY,
              "gives up",
              "a thread waits for a permit a short time, another gives one back",
              new Scenario(
                  PermitCalls.class, "takeBoth", List.of("tryAcquireSoon", "release"), "available"),
              answer ->
                  answer.thread(0).equals(answer.after().equals(0))
                      ? null
                      : "tryAcquire() gave %s, and %s permits are free"
                          .formatted(answer.thread(0), answer.after()),
              permits(),
              Mutants.of(2, List.of(LatePermit.class))),
          new Question(
              Checker.FRAY,
              "released for both",
              "two threads wait for a permit, a third gives both back",
              new Scenario(
                  PermitCalls.class,
                  "takeBoth",
                  List.of("acquire", "acquire", "release release"),
                  null),
              _ -> null,
              permits(),
              Mutants.of(2, List.of(ForgetsWhoWaits.class))),
          new Question(
              Checker.FRAY,
              "interrupted",
              "two threads wait for a permit, one is interrupted, a third gives one back",
              new Scenario(
                  PermitCalls.class,
                  "takeBoth",
                  List.of("acquireAndPassOn", "acquire", "interruptFirst", "release"),
                  null),
              _ -> null,
              Map.of(SyncKind.BOUNDED_SEMAPHORE, BoundedPermits::new),
              Mutants.of(2, List.of(InterruptedTaker.class))),
          new Question(
              Checker.FRAY,
              "interrupted in time",
              "two threads wait for a permit, one of them with a limit that is far away and is"
                  + " interrupted, a third gives one back",
              new Scenario(
                  PermitCalls.class,
                  "takeBoth",
                  List.of("acquireInTimeAndPassOn", "acquire", "interruptFirst", "release"),
                  null),
              _ -> null,
              Map.of(SyncKind.BOUNDED_SEMAPHORE, BoundedPermits::new),
              Mutants.of(2, List.of(KeepsWhenInterrupted.class))),
          new Question(
              Checker.FRAY,
              "two of three",
              "three threads try to take one of two permits",
              new Scenario(
                  PermitCalls.class, null, List.of("tryAcquire", "tryAcquire", "tryAcquire"), null),
              answer -> {
                long taken = answer.threads().stream().filter(Boolean.TRUE::equals).count();
                return taken == 2 ? null : "%d threads took one of two permits".formatted(taken);
              },
              permits(),
              Mutants.of(2, List.of(TakeInTwoSteps.class))),
          new Question(
              Checker.FRAY,
              "meeting",
              "two threads meet at a barrier of two: one of them came last",
              new Scenario(BarrierCalls.class, null, List.of("await", "await"), null),
              answer ->
                  answer.thread(0).equals(answer.thread(1))
                      ? "await() gave %s to both threads".formatted(answer.thread(0))
                      : null,
              Map.of(SyncKind.BARRIER, () -> new CyclicBarrier(2)),
              Mutants.of(2, List.of(BrokenSynchronizers.CountedOutside.class))));

  private SyncSchedules() {}

  private static Map<Construct, Supplier<?>> permits() {
    return Kinds.of(SyncKind.values(), PERMITS::contains, Permits::of);
  }
}
