/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.counter.BrokenCounters;
import dev.lockstep.jcstress.lock.BrokenLocks;
import java.util.List;
import java.util.stream.Stream;

/** The questions that are asked of every kind of a family, and what shows that they can fail. */
final class Templates {

  private Templates() {}

  static List<Template> all() {
    return Stream.of(
            OrderTemplates.all(),
            counters(),
            locks(),
            SignalTemplates.all(),
            StructureTemplates.all(),
            QueueTemplates.all(),
            HandOverTemplates.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Template> counters() {
    return List.of(
        Template.of("LockedCounter", CounterKind.values(), "CounterKind.%s.create()")
            .control("NoLock", "CounterKind.VOLATILE.create()", "no lock is taken")
            .mutants(BrokenCounters.PlainAdder.class)
            .mutants(CounterMutant.values()),
        Template.of("FiveSensors", CounterKind.values(), "CounterKind.%s.create()")
            .only(CounterKind.REENTRANT_LOCK)
            .control("NoLock", "CounterKind.VOLATILE.create()", "no lock is taken"));
  }

  private static List<Template> locks() {
    String create = "LockKind.%s.create()";
    return List.of(
        Template.of("TryLock", LockKind.values(), create)
            .control(BrokenLocks.NobodyKeptOut.class)
            .mutants(
                BrokenLocks.CheckThenAct.class,
                BrokenLocks.IsLockedFirst.class,
                BrokenLocks.Lazy.class,
                BrokenLocks.ReadMode.class,
                BrokenLocks.StampedReadMode.class,
                BrokenLocks.TwoPermits.class),
        Template.of("LockedTickets", LockKind.values(), create)
            .control(BrokenLocks.NobodyKeptOut.class)
            .mutants(
                BrokenLocks.CheckThenAct.class,
                BrokenLocks.ReadMode.class,
                BrokenLocks.StampedReadMode.class,
                BrokenLocks.TwoPermits.class),
        Template.of("Reentry", LockKind.values(), create)
            .only(LockKind.REENTRANT_LOCK, LockKind.REENTRANT_LOCK_FAIR, LockKind.WRITE_LOCK)
            .control(BrokenLocks.OpensAtInnerUnlock.class),
        Template.of("LockPublishes", LockKind.values(), create)
            .sibling(BrokenLocks.OpaqueUnlock.class));
  }
}
