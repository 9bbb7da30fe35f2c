/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.jcstress.counter.BrokenCounters;
import java.util.List;
import java.util.stream.Stream;

/** The questions that are asked of every kind of a family, and what shows that they can fail. */
final class Templates {

  private Templates() {}

  static List<Template> all() {
    return Stream.of(
            OrderTemplates.all(),
            counters(),
            LockTemplates.all(),
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
}
