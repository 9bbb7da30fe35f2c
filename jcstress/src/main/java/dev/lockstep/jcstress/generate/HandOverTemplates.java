/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.Construct;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.link.LinkKind;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.process.MappedBytes;
import dev.lockstep.core.process.MappedSleeper;
import dev.lockstep.core.unit.UnitKind;
import dev.lockstep.jcstress.executor.BrokenMappers;
import dev.lockstep.jcstress.link.BrokenLinks;
import dev.lockstep.jcstress.pipeline.BrokenLines;
import dev.lockstep.jcstress.unit.BrokenUnits;
import java.util.List;
import java.util.stream.Stream;

/** The questions to executors, pipelines, units and links. */
final class HandOverTemplates {

  /** Those whose workers take task after task from one queue, and can be one. */
  private static final ExecutorKind[] QUEUES_OF_TASKS = {
    ExecutorKind.QUEUE_WORKERS,
    ExecutorKind.FIXED,
    ExecutorKind.BOUNDED_CALLER_RUNS,
    ExecutorKind.ACTOR,
    ExecutorKind.EVENT_LOOP
  };

  private static final String MADE = "BrokenMappers.mapper(new %s(1))";

  private HandOverTemplates() {}

  static List<Template> all() {
    return Stream.of(executors(), processes(), pipelines(), units(), links())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Template> executors() {
    String create = "Mappers.create(ExecutorKind.%s)";
    return List.of(
        Template.of("MapperWaits", ExecutorKind.values(), create)
            .nightly(HandOverTemplates::isUnpriced)
            .control(BrokenMappers.NotJoined.class),
        Template.of("MapperLimits", ExecutorKind.values(), create)
            .where(HandOverTemplates::isLimited)
            .without(ExecutorKind.PROCESS_POOL) // the counts are in this process
            // Their tasks join each other: Workers.POOL.
            .without(ExecutorKind.FORK_JOIN_SPLIT, ExecutorKind.PARALLEL_STREAM)
            .control(BrokenMappers.NoLimit.class),
        // The serial loop has program order, and other processes share no fields.
        Template.of("MapperPublishes", ExecutorKind.values(), create)
            .without(ExecutorKind.SERIAL, ExecutorKind.PROCESS_POOL)
            .sibling(BrokenMappers.Opaque.class),
        Template.of("LimitStays", ExecutorKind.values(), "ExecutorKind.%s.create(1)")
            .where(HandOverTemplates::isLimited)
            .without(ExecutorKind.PROCESS_POOL) // the counts are in this process
            .without(ExecutorKind.FORK_JOIN_SPLIT, ExecutorKind.PARALLEL_STREAM) // as above
            .make(MADE)
            .control(ExecutorMutant.PERMIT_LOST)
            .control(ExecutorMutant.PERMIT_TWICE),
        Template.of("InterruptStays", ExecutorKind.values(), "ExecutorKind.%s.create(1)")
            .only(QUEUES_OF_TASKS)
            .make(MADE)
            .control(ExecutorMutant.STAYS_INTERRUPTED),
        Template.of("MapOrRefused", ExecutorKind.values(), "ExecutorKind.%s.create(1)")
            .only(QUEUES_OF_TASKS)
            .make(MADE)
            .narrow(ExecutorMutant.BEHIND_THE_END)
            .widened(ExecutorMutant.BEHIND_THE_END_SLOW),
        Template.of("CloseWaits", ExecutorKind.values(), create)
            .without(ExecutorKind.SERIAL) // it has no threads to wait for
            .without(ExecutorKind.PROCESS_POOL) // its tasks share no fields with this process
            .make(MADE)
            .control(ExecutorMutant.AWAITS_NOBODY)
            .mutants(ExecutorMutant.CALLS_ASK_ONCE, ExecutorMutant.LEAVES_AT_ONCE));
  }

  /** The memory that a pool shares with its worker processes. Here both sides are threads. */
  private static List<Template> processes() {
    return List.of(
        ofProcesses("RingCarries", "new MappedBytes()")
            .uses(MappedBytes.class)
            .control(ProcessMutant.COUNTED_FIRST)
            .control(ProcessMutant.ROOM_GIVEN_FIRST),
        ofProcesses("RingPublishes", "new MappedBytes()")
            .uses(MappedBytes.class)
            .sibling(ProcessMutant.OPAQUE_COUNTERS),
        ofProcesses("WorkerSleeps", "new MappedSleeper()")
            .uses(MappedSleeper.class)
            .control(ProcessMutant.RUNG_WITHOUT_FENCE)
            .control(ProcessMutant.ANNOUNCED_WITHOUT_FENCE));
  }

  private static Template ofProcesses(String name, String expression) {
    return Template.of(name, ExecutorKind.values(), expression)
        .only(ExecutorKind.PROCESS_POOL)
        .nightly(_ -> true);
  }

  /** Whether a short plan does not price the kind, and so leaves its proof to the night, too. */
  private static boolean isUnpriced(Construct kind) {
    return switch ((ExecutorKind) kind) {
      case THREAD_PER_TASK,
          QUEUE_WORKERS,
          FIXED,
          WORK_STEALING,
          FORK_JOIN_SPLIT,
          PARALLEL_STREAM,
          CF_ASYNC,
          VIRTUAL,
          STRUCTURED,
          PROCESS_POOL ->
          false;
      default -> true;
    };
  }

  /** Whether the worker count is a limit that the kind keeps by itself. */
  private static boolean isLimited(Construct kind) {
    return switch (((ExecutorKind) kind).workers()) {
      case POOL, IN_FLIGHT, SINGLE -> true;
      case NONE, CARRIERS, COMMON_POOL -> false;
    };
  }

  private static List<Template> pipelines() {
    String create = "Lines.create(PipelineKind.%s, STATIONS)";
    String make = "new %s<>(STATIONS)";
    return List.of(
        Template.of("LineWaits", PipelineKind.values(), create)
            .nightly(PipelineKind.SERIAL::equals)
            .make(make)
            .control(BrokenLines.FirstStageOnly.class),
        Template.of("LineFails", PipelineKind.values(), create)
            .make(make)
            .control(BrokenLines.NotTold.class)
            .mutants(PipelineMutant.REFUSAL_IS_TOLD),
        Template.of("LineStops", PipelineKind.values(), "Lines.create(PipelineKind.%s, stations)")
            .without(PipelineKind.SERIAL) // it works in the caller, whom nobody interrupts
            .nightly(_ -> true)
            .make("new %s<>(stations)")
            .narrow(PipelineMutant.STOP_LOOKED_FOR_FIRST)
            .widened(PipelineMutant.STOP_LOOKED_FOR_LONG_BEFORE),
        // The serial loop has program order.
        Template.of("LinePublishes", PipelineKind.values(), create)
            .without(PipelineKind.SERIAL)
            .make(make)
            .sibling(BrokenLines.Opaque.class));
  }

  private static List<Template> units() {
    String create = "UnitKind.%s.create()";
    return List.of(
        Template.of("UnitWaits", UnitKind.values(), create)
            .nightly(_ -> true)
            .control(BrokenUnits.NotJoined.class),
        Template.of("UnitPublishes", UnitKind.values(), create).sibling(BrokenUnits.Opaque.class));
  }

  private static List<Template> links() {
    String create = "LinkKind.%s.create(1, Thread.ofPlatform().daemon().factory(), work)";
    String make = "new %s(work)";
    return List.of(
        Template.of("LinkWaits", LinkKind.values(), create)
            .nightly(_ -> true)
            .make(make)
            .control(BrokenLinks.NotAnswered.class),
        Template.of("LinkPublishes", LinkKind.values(), create)
            .make(make)
            .sibling(BrokenLinks.Opaque.class),
        Template.of("LinkInVain", LinkKind.values(), "LinkKind.%s.create(1, threads, work)")
            .only(LinkKind.CONDITION, LinkKind.PARK) // nobody can wake the threads of the others
            .make("new %s(threads, work)")
            .control(LinkMutant.ANSWER_TAKEN_BLINDLY)
            .mutants(LinkMutant.RECEIVED_BLINDLY, LinkMutant.PARKED_ONCE));
  }
}
