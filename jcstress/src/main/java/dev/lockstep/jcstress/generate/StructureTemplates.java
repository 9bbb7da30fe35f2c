/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.map.MapKind;
import dev.lockstep.core.pair.PairKind;
import dev.lockstep.core.stack.StackKind;
import java.util.List;
import java.util.stream.Stream;

/** The questions to pairs, stacks and maps: what belongs together and is not one access. */
final class StructureTemplates {

  private StructureTemplates() {}

  static List<Template> all() {
    return Stream.of(pairs(), stacks(), maps()).flatMap(List::stream).toList();
  }

  private static List<Template> pairs() {
    String create = "PairKind.%s.create()";
    return List.of(
        Template.of("PairWhole", PairKind.values(), create)
            .racyKindsAreRaces("2")
            .nightly(kind -> kind != PairKind.PLAIN)
            .decidedBy("refutable", "refutable")
            .control(StructureMutant.NOT_VALIDATED)
            .control("NoLock", "PairKind.PLAIN.create()", "no lock is taken")
            .mutants(
                StructureMutant.HALVES_ARE_USED,
                StructureMutant.ODD_IS_READ,
                StructureMutant.STAMP_NOT_VALIDATED,
                StructureMutant.WRITES_AS_READER),
        Template.of("PairWriters", PairKind.values(), create)
            .control(StructureMutant.WRITERS_MEET)
            .control("NoLock", "PairKind.PLAIN.create()", "no lock is taken")
            .mutants(StructureMutant.WRITES_AS_READER),
        Template.of("PairFences", PairKind.values(), create)
            .only(PairKind.SEQLOCK)
            .sibling(StructureMutant.NO_ACQUIRE_FENCE)
            .sibling(StructureMutant.NO_RELEASE_FENCE)
            .sibling(StructureMutant.OPAQUE_END));
  }

  private static List<Template> stacks() {
    String create = "StackKind.%s.create()";
    return List.of(
        Template.of("StackSafety", StackKind.values(), create)
            .control(StructureMutant.POP_IN_TWO_STEPS)
            .control(StructureMutant.POP_GIVES_UP)
            .control(StructureMutant.OLDEST_POPPED)
            .mutants(StructureMutant.PUSH_IN_TWO_STEPS),
        Template.of("StackAba", StackKind.values(), create)
            .racyKindsAreRaces("twice")
            .decidedBy("refutable", "refutable")
            .nightly(kind -> kind != StackKind.TREIBER_REUSED)
            .control(StructureMutant.POP_IN_TWO_STEPS)
            .mutants(StructureMutant.STAMP_OF_TWO, StructureMutant.STAMP_STAYS),
        Template.of("StackPublishes", StackKind.values(), create)
            .sibling(StructureMutant.OPAQUE_TOP));
  }

  private static List<Template> maps() {
    return List.of(
        Template.of("WordsCounted", MapKind.values(), "MapKind.%s.create()")
            .control("GetThenPut", "MapKind.GET_PUT.create()", "gets and puts in two calls")
            .mutants(StructureMutant.ANSWER_IGNORED));
  }
}
