/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.future.BrokenPromises;
import dev.lockstep.jcstress.publication.BrokenPublications;
import dev.lockstep.jcstress.sync.BrokenSignals;
import dev.lockstep.jcstress.sync.BrokenSynchronizers;
import java.util.List;
import java.util.stream.Stream;

/** The questions to signals, futures and publications. */
final class SignalTemplates {

  /** What a thread looks at again and again, or finds out by being interrupted. */
  private static final SyncKind[] NOBODY_SLEEPS = {
    SyncKind.OPAQUE_FLAG, SyncKind.VOLATILE_FLAG, SyncKind.INTERRUPT, SyncKind.BLOCKED_TAKE
  };

  private SignalTemplates() {}

  static List<Template> all() {
    return Stream.of(signals(), synchronizers(), futures(), publications())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Template> signals() {
    String create = "SyncKind.%s.create()";
    return List.of(
        Template.of("SignalWakes", SyncKind.values(), create)
            .without(NOBODY_SLEEPS)
            .control(BrokenSignals.NeverWaits.class)
            .narrow(SignalMutant.LOOK_BEFORE_LOCK)
            .widened(SignalMutant.LOOK_PAUSE_BEFORE_LOCK)
            .control(SignalMutant.SILENT_SEND)
            .mutants(
                SignalMutant.MISSED_NOTIFY,
                SignalMutant.ONE_PARTY,
                SignalMutant.OPEN_GATE,
                SignalMutant.OPEN_LATCH,
                SignalMutant.SILENT_RELEASE,
                SignalMutant.SPARE_PERMIT,
                SignalMutant.UNPARK_FIRST,
                SignalMutant.UNWAITED_FUTURE),
        Template.of("SignalWaits", SyncKind.values(), create)
            .only(NOBODY_SLEEPS)
            .control(BrokenSignals.NeverWaits.class),
        Template.of("StopSignals", SyncKind.values(), create)
            .only(NOBODY_SLEEPS)
            .control(SignalMutant.SILENT_SEND),
        Template.of("SignalPublishes", SyncKind.values(), create)
            .without(SyncKind.PLAIN_FLAG, SyncKind.OPAQUE_FLAG)
            .sibling("OpaqueFlag", "SyncKind.OPAQUE_FLAG.create()", "the flag is opaque"),
        Template.of("SignalInVain", SyncKind.values(), create)
            .only(
                SyncKind.MONITOR,
                SyncKind.CONDITION,
                SyncKind.PARK,
                SyncKind.EVENT,
                SyncKind.PAUSE_GATE)
            .control(SignalMutant.ASKS_ONCE)
            .mutants(SignalMutant.ASKS_ONCE_EVENT, SignalMutant.UNCHECKED_PARK),
        Template.of("TwoWaiters", SyncKind.values(), create)
            .only(
                SyncKind.MONITOR,
                SyncKind.CONDITION,
                SyncKind.EVENT,
                SyncKind.LATCH,
                SyncKind.PAUSE_GATE,
                SyncKind.FUTURE)
            .control(SignalMutant.SIGNAL_ONE)
            .mutants(SignalMutant.ONE_THROUGH));
  }

  private static List<Template> synchronizers() {
    SyncKind[] gates = {SyncKind.EVENT, SyncKind.PAUSE_GATE};
    SyncKind[] semaphores = {SyncKind.SEMAPHORE, SyncKind.BOUNDED_SEMAPHORE};
    String gate = "Gate.of(SyncKind.%s)";
    String permits = "Permits.of(SyncKind.%s)";
    return List.of(
        Template.of("GatePulse", gates, gate)
            .control(SignalMutant.FORGETFUL)
            .mutants(SignalMutant.GENERATION_OF_TWO),
        Template.of("GateTimed", gates, gate)
            .control(SignalMutant.FORGETFUL_IN_TIME)
            .mutants(SignalMutant.GIVES_UP_AT_ONCE),
        Template.of("GateClosed", gates, gate).control(SignalMutant.CLEAR_COUNTS),
        Template.of("GateTimeKept", gates, gate)
            .control(SignalMutant.GATE_TIME_ANEW)
            .control(SignalMutant.ASKS_ONCE_IN_TIME),
        Template.of("GateChangedOnce", gates, gate)
            .narrow(BrokenSynchronizers.AskThenChange.class)
            .widened(BrokenSynchronizers.AskPauseChange.class),
        Template.of("GatePublishes", gates, gate).sibling(BrokenSynchronizers.OpaqueGate.class),
        Template.of("GatePolled", gates, gate).control(BrokenSynchronizers.SilentGate.class),
        Template.of("LastPermit", semaphores, permits)
            .narrow(SignalMutant.TAKE_IN_TWO_STEPS)
            .widened(SignalMutant.TAKE_IN_TWO_SLOW_STEPS),
        Template.of("PermitInTime", semaphores, permits)
            .control(SignalMutant.PERMIT_FROM_NOWHERE)
            .control(SignalMutant.LATE_PERMIT),
        Template.of("PermitsWake", semaphores, permits).control(SignalMutant.FORGETS_WHO_WAITS),
        Template.of("ReleasedOnce", SyncKind.values(), "SyncKind.%s.create()")
            .only(SyncKind.BOUNDED_SEMAPHORE)
            .narrow(SignalMutant.CHECK_THEN_RELEASE)
            .widened(SignalMutant.CHECK_PAUSE_RELEASE),
        Template.of("BarrierMeets", SyncKind.values(), "new CyclicBarrier(2)")
            .only(SyncKind.BARRIER)
            .control("OneParty", "new CyclicBarrier(1)", "the barrier is for one thread")
            .narrow(BrokenSynchronizers.CountedOutside.class)
            .widened(BrokenSynchronizers.CountedSlowly.class));
  }

  private static List<Template> futures() {
    String create = "FutureKind.%s.create()";
    return List.of(
        Template.of("PromiseWakes", FutureKind.values(), create)
            .nightly(_ -> true)
            .control(BrokenPromises.NeverWaits.class)
            .narrow(BrokenPromises.LookThenEnlist.class)
            .widened(BrokenPromises.LookPauseEnlist.class)
            .control(BrokenPromises.SilentCompletion.class),
        Template.of("PromisePublishes", FutureKind.values(), create)
            .sibling(BrokenPromises.OpaqueState.class),
        Template.of("PromiseKeepsOne", FutureKind.values(), create)
            .without(FutureKind.COMPLETABLE_FUTURE) // nothing of it is cancelled while it is done
            .narrow(BrokenPromises.CheckThenAct.class)
            .widened(BrokenPromises.CheckPauseAct.class)
            .mutants(OtherMutant.OVERRIDING),
        Template.of("CompletedOrCancelled", FutureKind.values(), create)
            .only(FutureKind.COMPLETABLE_FUTURE)
            .narrow(BrokenPromises.CheckThenAct.class)
            .widened(BrokenPromises.CheckPauseAct.class),
        Template.of(
                "CallbackOnce",
                FutureKind.values(),
                "new java.util.concurrent.CompletableFuture<>()")
            .only(FutureKind.COMPLETABLE_FUTURE)
            .narrow(BrokenPromises.CallbackLost.class)
            .widened(BrokenPromises.CallbackPausedAndLost.class),
        group("GroupCounts")
            .control(OtherMutant.BEGINS_CANCELLED)
            .mutants(OtherMutant.ENDS_AT_EVERY_CANCEL),
        group("GroupTimeKept")
            .control(OtherMutant.GROUP_TIME_ANEW)
            .control(OtherMutant.GROUP_ASKS_ONCE_IN_TIME),
        Template.of("GroupInterrupts", FutureKind.values(), "Group.of(FutureKind.%s, threads)")
            .only(FutureKind.GROUP_TASK)
            .make("new %s(threads)")
            .widened(OtherMutant.INTERRUPTED_LATER),
        group("GroupEnds").control(OtherMutant.STARTED_TOO_LATE),
        group("GroupTellsAll").control(OtherMutant.TELLS_ONE));
  }

  private static Template group(String name) {
    return Template.of(name, FutureKind.values(), "Group.of(FutureKind.%s)")
        .only(FutureKind.GROUP_TASK);
  }

  private static List<Template> publications() {
    String create = "PublicationKind.%s.create()";
    return List.of(
        Template.of("Publications", PublicationKind.values(), create)
            .sibling(PublicationKind.PLAIN, PublicationKind.FINAL_FIELD)
            .sibling(
                PublicationKind.OPAQUE,
                PublicationKind.RELEASE_ACQUIRE,
                PublicationKind.VOLATILE,
                PublicationKind.SYNCHRONIZED),
        Template.of("Arrivals", PublicationKind.values(), create)
            .without(PublicationKind.PLAIN, PublicationKind.FINAL_FIELD)
            .racyKindsThatKeepIt(PublicationKind.OPAQUE)
            .control(BrokenPublications.NobodyWoken.class));
  }
}
