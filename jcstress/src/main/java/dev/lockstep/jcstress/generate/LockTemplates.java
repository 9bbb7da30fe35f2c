/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.lock.BrokenLocks;
import java.util.List;

/** The questions to locks. */
final class LockTemplates {

  private LockTemplates() {}

  static List<Template> all() {
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
            .control(BrokenLocks.NobodyKeptOut.class)
            .mutants(
                BrokenLocks.CheckThenAct.class,
                BrokenLocks.ReadMode.class,
                BrokenLocks.StampedReadMode.class,
                BrokenLocks.TwoPermits.class),
        ofAll("LockGivesUp")
            .control(LockMutant.TICKET_GIVEN_UP_BLINDLY)
            .widened(LockMutant.TICKET_GIVEN_UP_SLOWLY)
            .control(LockMutant.TICKET_FORGOTTEN)
            .mutants(
                LockMutant.MCS_LEAVES_BLINDLY,
                LockMutant.MCS_LINKED_LATE,
                LockMutant.MCS_SUCCESSOR_FORGOTTEN,
                LockMutant.TICKET_SERVED_LATE),
        ofAll("Reentry")
            .only(LockKind.REENTRANT_LOCK, LockKind.REENTRANT_LOCK_FAIR, LockKind.WRITE_LOCK)
            .control(BrokenLocks.OpensAtInnerUnlock.class),
        ofAll("LockPublishes").sibling(BrokenLocks.OpaqueUnlock.class));
  }

  private static Template ofAll(String name) {
    return Template.of(name, LockKind.values(), "LockKind.%s.create()");
  }
}
