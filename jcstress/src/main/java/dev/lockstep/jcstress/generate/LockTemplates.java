/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.rwlock.ReadWriteKind;
import dev.lockstep.jcstress.lock.BrokenConditions;
import dev.lockstep.jcstress.lock.BrokenLocks;
import java.util.List;
import java.util.stream.Stream;

/** The questions to locks, and to locks for readers and writers. */
final class LockTemplates {

  private LockTemplates() {}

  static List<Template> all() {
    return Stream.of(locks(), readersAndWriters()).flatMap(List::stream).toList();
  }

  private static List<Template> locks() {
    return List.of(
        ofAll("TryLock")
            .control(BrokenLocks.NobodyKeptOut.class)
            .mutants(
                BrokenLocks.CheckThenAct.class,
                BrokenLocks.IsLockedFirst.class,
                BrokenLocks.Lazy.class,
                BrokenLocks.ReadMode.class,
                BrokenLocks.StampedReadMode.class,
                BrokenLocks.TwoPermits.class)
            .mutants(LockMutant.MCS_TRY_IN_TWO_STEPS, LockMutant.TICKET_TRY_IN_TWO_STEPS),
        ofAll("LockedTickets")
            .nightly(_ -> true) // LockedCounter asks the same locks
            .control(BrokenLocks.NobodyKeptOut.class)
            .mutants(
                BrokenLocks.CheckThenAct.class,
                BrokenLocks.ReadMode.class,
                BrokenLocks.StampedReadMode.class,
                BrokenLocks.TwoPermits.class),
        ofAll("LockGivesUp")
            .narrow(LockMutant.TICKET_GIVEN_UP_BLINDLY)
            .widened(LockMutant.TICKET_GIVEN_UP_SLOWLY)
            .control(LockMutant.TICKET_FORGOTTEN)
            .mutants(
                LockMutant.MCS_LEAVES_BLINDLY,
                LockMutant.MCS_LINKED_LATE,
                LockMutant.MCS_SUCCESSOR_FORGOTTEN,
                LockMutant.TICKET_SERVED_LATE),
        ofAll("LockInterrupts").control(LockMutant.TICKET_DEAF).mutants(LockMutant.MCS_DEAF),
        ofAll("UnlockRefused").control(LockMutant.TICKET_UNGUARDED),
        ofAll("LockFair")
            .only(LockKind.REENTRANT_LOCK_FAIR)
            .control(
                "Barging",
                "new java.util.concurrent.locks.ReentrantLock()",
                "a thread that comes may overtake those that wait"),
        withOwner("Reentry").control(BrokenLocks.OpensAtInnerUnlock.class),
        withOwner("ConditionWakes")
            .control(BrokenConditions.AllIsOne.class)
            .control(BrokenConditions.OneIsNone.class),
        withOwner("ConditionInterrupted").control(BrokenConditions.InterruptFirst.class),
        ofAll("LockPublishes").sibling(BrokenLocks.OpaqueUnlock.class));
  }

  private static Template ofAll(String name) {
    return Template.of(name, LockKind.values(), "LockKind.%s.create()");
  }

  /** Of those that know their owner: they are re-entrant, and have conditions. */
  private static Template withOwner(String name) {
    return ofAll(name)
        .only(LockKind.REENTRANT_LOCK, LockKind.REENTRANT_LOCK_FAIR, LockKind.WRITE_LOCK);
  }

  private static List<Template> readersAndWriters() {
    String noLock = "new OverLock(new dev.lockstep.jcstress.lock.BrokenLocks.%s())";
    return List.of(
        readWrite("ReadsWhole")
            .control(LockMutant.NOT_VALIDATED)
            .control("NobodyKeptOut", noLock.formatted("NobodyKeptOut"), "nobody is kept out")
            .mutants(LockMutant.TRY_NOT_VALIDATED),
        readWrite("ReadersTogether")
            .without(ReadWriteKind.OPTIMISTIC) // its readers take nothing
            .control(
                "OneLock",
                "new OverLock(new java.util.concurrent.locks.ReentrantLock())",
                "readers take the lock of the writers"),
        readWrite("Downgrade")
            .without(ReadWriteKind.OPTIMISTIC) // the method is that of STAMPED
            .make("new %s(false)")
            .narrow(LockMutant.DOWNGRADED_IN_TWO_STEPS)
            .widened(LockMutant.DOWNGRADED_IN_TWO_SLOW_STEPS),
        readWrite("ReadThenWrite")
            .only(ReadWriteKind.STAMPED, ReadWriteKind.OPTIMISTIC)
            .control(LockMutant.CONVERTED_IN_TWO_STEPS),
        readWrite("ReadPublishes")
            .sibling(
                "OpaqueUnlock",
                noLock.formatted("OpaqueUnlock"),
                "lock and unlock are opaque: they order nothing but themselves"));
  }

  private static Template readWrite(String name) {
    return Template.of(name, ReadWriteKind.values(), "ReadWriteKind.%s.create()");
  }
}
