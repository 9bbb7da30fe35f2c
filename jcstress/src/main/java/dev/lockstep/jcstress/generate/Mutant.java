/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a shipped class with a bug in it, which the build derives from the shipped source. So a
 * mutant cannot drift from the class, and the class needs no hooks for its mutants.
 *
 * <p>A mutant is a constant of one of the enums that {@link #all} names. Its class is called like
 * the constant and lies in the package of its family.
 */
interface Mutant {

  /** The name of the constant. */
  String name();

  /** Where it differs from what is shipped. */
  Change change();

  /** The simple name of its class. */
  default String type() {
    return Subject.camel(name());
  }

  /** The name of its class with the package: a test may have the simple name itself. */
  default String qualifiedType() {
    return change().home() + "." + type();
  }

  /** All that are derived. */
  static List<Mutant> all() {
    return Stream.<Mutant[]>of(
            CounterMutant.values(),
            LockMutant.values(),
            QueueMutant.values(),
            TaskQueueMutant.values(),
            SignalMutant.values(),
            StructureMutant.values(),
            ExecutorMutant.values(),
            ProcessMutant.values(),
            PipelineMutant.values(),
            LinkMutant.values(),
            OtherMutant.values())
        .flatMap(Stream::of)
        .toList();
  }
}
