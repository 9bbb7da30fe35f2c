/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.counter.SetAfterFailure;
import dev.lockstep.jcstress.executor.AnnouncedWithoutFence;
import dev.lockstep.jcstress.executor.AwaitsNobody;
import dev.lockstep.jcstress.executor.BehindTheEnd;
import dev.lockstep.jcstress.executor.BehindTheEndSlow;
import dev.lockstep.jcstress.executor.CallsAskOnce;
import dev.lockstep.jcstress.executor.CountedFirst;
import dev.lockstep.jcstress.executor.EndsAnyCall;
import dev.lockstep.jcstress.executor.HelperLeaves;
import dev.lockstep.jcstress.executor.LeavesAtOnce;
import dev.lockstep.jcstress.executor.LoopBehindTheEnd;
import dev.lockstep.jcstress.executor.NotAnnouncedAgain;
import dev.lockstep.jcstress.executor.OpaqueCounters;
import dev.lockstep.jcstress.executor.PartLooksFirst;
import dev.lockstep.jcstress.executor.PermitLost;
import dev.lockstep.jcstress.executor.PermitTwice;
import dev.lockstep.jcstress.executor.RoomGivenFirst;
import dev.lockstep.jcstress.executor.RungWithoutFence;
import dev.lockstep.jcstress.executor.StaysInterrupted;
import dev.lockstep.jcstress.executor.SubmittedTooLate;
import dev.lockstep.jcstress.future.BeginsCancelled;
import dev.lockstep.jcstress.future.BrokenPromises;
import dev.lockstep.jcstress.future.CompletedAsksOnce;
import dev.lockstep.jcstress.future.EndsAtEveryCancel;
import dev.lockstep.jcstress.future.EndsWithTheEnded;
import dev.lockstep.jcstress.future.GatherAsksOnce;
import dev.lockstep.jcstress.future.GroupAsksOnceInTime;
import dev.lockstep.jcstress.future.GroupTimeAnew;
import dev.lockstep.jcstress.future.InterruptedLate;
import dev.lockstep.jcstress.future.InterruptedLater;
import dev.lockstep.jcstress.future.StartedTooLate;
import dev.lockstep.jcstress.future.TellsAtTheEnd;
import dev.lockstep.jcstress.future.TellsOne;
import dev.lockstep.jcstress.link.AnswerTakenBlindly;
import dev.lockstep.jcstress.link.ParkedOnce;
import dev.lockstep.jcstress.link.ReceivedBlindly;
import dev.lockstep.jcstress.link.RegisteredLate;
import dev.lockstep.jcstress.link.SilentAnswer;
import dev.lockstep.jcstress.link.UnparkedFirst;
import dev.lockstep.jcstress.lock.McsDeaf;
import dev.lockstep.jcstress.lock.McsLeavesBlindly;
import dev.lockstep.jcstress.lock.TicketDeaf;
import dev.lockstep.jcstress.lock.TicketForgotten;
import dev.lockstep.jcstress.lock.TicketGivenUpBlindly;
import dev.lockstep.jcstress.lock.TicketGivenUpSlowly;
import dev.lockstep.jcstress.lock.TicketServedLate;
import dev.lockstep.jcstress.lock.TicketUnguarded;
import dev.lockstep.jcstress.pair.HalvesAreUsed;
import dev.lockstep.jcstress.pair.NoAcquireFence;
import dev.lockstep.jcstress.pair.NoReleaseFence;
import dev.lockstep.jcstress.pair.OpaqueEnd;
import dev.lockstep.jcstress.pipeline.CountedLate;
import dev.lockstep.jcstress.pipeline.NotReleased;
import dev.lockstep.jcstress.pipeline.RefusalIsTold;
import dev.lockstep.jcstress.pipeline.StopLookedForFirst;
import dev.lockstep.jcstress.pipeline.StopLookedForLongBefore;
import dev.lockstep.jcstress.queue.AskOnce;
import dev.lockstep.jcstress.queue.AskOnceInTime;
import dev.lockstep.jcstress.queue.AskOncePut;
import dev.lockstep.jcstress.queue.AskOncePutInTime;
import dev.lockstep.jcstress.queue.DeafLoop;
import dev.lockstep.jcstress.queue.FailedUndone;
import dev.lockstep.jcstress.queue.InterruptFirst;
import dev.lockstep.jcstress.queue.InterruptFirstInTime;
import dev.lockstep.jcstress.queue.InterruptFirstPut;
import dev.lockstep.jcstress.queue.InterruptFirstPutInTime;
import dev.lockstep.jcstress.queue.InterruptedFirst;
import dev.lockstep.jcstress.queue.InterruptedUndone;
import dev.lockstep.jcstress.queue.JoinAsksOnce;
import dev.lockstep.jcstress.queue.JoinAsksOnceInTime;
import dev.lockstep.jcstress.queue.JoinGivesUp;
import dev.lockstep.jcstress.queue.JoinTimeAnew;
import dev.lockstep.jcstress.queue.JoinsWhatWasThere;
import dev.lockstep.jcstress.queue.LateItem;
import dev.lockstep.jcstress.queue.LateOffer;
import dev.lockstep.jcstress.queue.NoLastLook;
import dev.lockstep.jcstress.queue.NoLastLookPut;
import dev.lockstep.jcstress.queue.OneCondition;
import dev.lockstep.jcstress.queue.OneFlag;
import dev.lockstep.jcstress.queue.OneSentinel;
import dev.lockstep.jcstress.queue.OverTheBound;
import dev.lockstep.jcstress.queue.PlainLeft;
import dev.lockstep.jcstress.queue.PlainRoomIsWanted;
import dev.lockstep.jcstress.queue.RefusesOne;
import dev.lockstep.jcstress.queue.RoomAskedOnce;
import dev.lockstep.jcstress.queue.SilentOffer;
import dev.lockstep.jcstress.queue.SilentPoll;
import dev.lockstep.jcstress.queue.StillAnew;
import dev.lockstep.jcstress.queue.TimeAnew;
import dev.lockstep.jcstress.queue.TimeFirst;
import dev.lockstep.jcstress.queue.TimeFirstPut;
import dev.lockstep.jcstress.rwlock.ConvertedInTwoSteps;
import dev.lockstep.jcstress.rwlock.DowngradedInTwoSlowSteps;
import dev.lockstep.jcstress.rwlock.DowngradedInTwoSteps;
import dev.lockstep.jcstress.rwlock.NotValidated;
import dev.lockstep.jcstress.rwlock.TryNotValidated;
import dev.lockstep.jcstress.stack.OpaqueTop;
import dev.lockstep.jcstress.stack.StampOfTwo;
import dev.lockstep.jcstress.stack.StampStays;
import dev.lockstep.jcstress.sync.AsksOnce;
import dev.lockstep.jcstress.sync.AsksOnceEvent;
import dev.lockstep.jcstress.sync.AsksOnceInTime;
import dev.lockstep.jcstress.sync.BrokenSynchronizers;
import dev.lockstep.jcstress.sync.ClearCounts;
import dev.lockstep.jcstress.sync.Forgetful;
import dev.lockstep.jcstress.sync.ForgetfulInTime;
import dev.lockstep.jcstress.sync.ForgetsWhoWaits;
import dev.lockstep.jcstress.sync.GateTimeAnew;
import dev.lockstep.jcstress.sync.GenerationOfTwo;
import dev.lockstep.jcstress.sync.GivesUpAtOnce;
import dev.lockstep.jcstress.sync.InterruptedTaker;
import dev.lockstep.jcstress.sync.KeepsWhenInterrupted;
import dev.lockstep.jcstress.sync.LatePermit;
import dev.lockstep.jcstress.sync.PermitFromNowhere;
import dev.lockstep.jcstress.sync.SilentRelease;
import dev.lockstep.jcstress.sync.TakeInTwoSlowSteps;
import dev.lockstep.jcstress.sync.TakeInTwoSteps;
import dev.lockstep.jcstress.sync.UnparkFirst;
import java.util.Map;

/**
 * The mutants that Lincheck cannot find out, and why. Fray finds some, stress tests the others,
 * some of them on machines only that reorder more than x86.
 */
final class Blind {

  private static final String NEEDS_LUCK =
      "it shows under one interleaving of hundreds, more than the short plans try; a stress test"
          + " sees it at once";

  private static final String NO_TIME = "it goes wrong when time passes, and to Lincheck none does";

  private static final String NOT_ASKED =
      "no question to Lincheck is one that it answers wrongly; a stress test asks it";

  private static final String PROGRAM_ORDER =
      "it goes wrong only when a store is delayed past a load, and Lincheck keeps program order";

  private static final String REORDERED =
      "it goes wrong only when accesses are reordered, and Lincheck keeps program order";

  private static final String ONE_STEP =
      "Lincheck takes what is done with an AtomicStampedReference for one step";

  private static final String PARK_RETURNS =
      "Lincheck lets park return for no reason at any time, so nobody waits for ever for an"
          + " unpark";

  private static final String NOBODY_INTERRUPTED = "Lincheck interrupts no thread";

  static final Map<Class<?>, String> MUTANTS =
      Map.ofEntries(
          Map.entry(SilentRelease.class, PARK_RETURNS),
          Map.entry(UnparkFirst.class, PARK_RETURNS),
          Map.entry(AskOnce.class, NEEDS_LUCK),
          Map.entry(AskOncePut.class, NEEDS_LUCK),
          Map.entry(PlainLeft.class, PROGRAM_ORDER),
          Map.entry(PlainRoomIsWanted.class, PROGRAM_ORDER),
          Map.entry(NoAcquireFence.class, REORDERED),
          Map.entry(NoReleaseFence.class, REORDERED),
          Map.entry(OpaqueEnd.class, REORDERED),
          Map.entry(OpaqueTop.class, REORDERED),
          Map.entry(StampStays.class, ONE_STEP),
          Map.entry(LateItem.class, NO_TIME),
          Map.entry(LateOffer.class, NO_TIME),
          Map.entry(TimeFirst.class, NO_TIME),
          Map.entry(TimeFirstPut.class, NO_TIME),
          Map.entry(JoinGivesUp.class, NO_TIME),
          Map.entry(NoLastLook.class, NO_TIME),
          Map.entry(NoLastLookPut.class, NO_TIME),
          Map.entry(ForgetfulInTime.class, NO_TIME),
          Map.entry(GivesUpAtOnce.class, NO_TIME),
          Map.entry(LatePermit.class, NO_TIME),
          Map.entry(PermitFromNowhere.class, NO_TIME),
          Map.entry(McsLeavesBlindly.class, NO_TIME),
          Map.entry(TicketForgotten.class, NO_TIME),
          Map.entry(TicketGivenUpBlindly.class, NO_TIME),
          Map.entry(TicketGivenUpSlowly.class, NO_TIME),
          Map.entry(TicketServedLate.class, NO_TIME),
          Map.entry(InterruptFirst.class, NOBODY_INTERRUPTED),
          Map.entry(InterruptedFirst.class, NOBODY_INTERRUPTED),
          Map.entry(StaysInterrupted.class, NOBODY_INTERRUPTED),
          Map.entry(InterruptedTaker.class, NOBODY_INTERRUPTED),
          Map.entry(AskOnceInTime.class, NO_TIME),
          Map.entry(AskOncePutInTime.class, NO_TIME),
          Map.entry(TimeAnew.class, NO_TIME),
          Map.entry(InterruptFirstInTime.class, NOBODY_INTERRUPTED),
          Map.entry(InterruptFirstPut.class, NOBODY_INTERRUPTED),
          Map.entry(InterruptFirstPutInTime.class, NOBODY_INTERRUPTED),
          Map.entry(AsksOnceInTime.class, NO_TIME),
          Map.entry(GateTimeAnew.class, NO_TIME),
          Map.entry(GroupTimeAnew.class, NO_TIME),
          Map.entry(GroupAsksOnceInTime.class, NO_TIME),
          Map.entry(JoinAsksOnce.class, NOT_ASKED),
          Map.entry(JoinAsksOnceInTime.class, NO_TIME),
          Map.entry(JoinTimeAnew.class, NO_TIME),
          Map.entry(StillAnew.class, NO_TIME),
          Map.entry(AwaitsNobody.class, NOT_ASKED),
          Map.entry(CallsAskOnce.class, NOT_ASKED),
          Map.entry(LeavesAtOnce.class, NOT_ASKED),
          Map.entry(LoopBehindTheEnd.class, NOT_ASKED),
          Map.entry(PermitLost.class, NO_TIME),
          Map.entry(PermitTwice.class, NO_TIME),
          Map.entry(AnswerTakenBlindly.class, NOT_ASKED),
          Map.entry(ReceivedBlindly.class, NOT_ASKED),
          Map.entry(SilentAnswer.class, NOT_ASKED),
          Map.entry(ParkedOnce.class, NOT_ASKED),
          Map.entry(RegisteredLate.class, NOT_ASKED),
          Map.entry(UnparkedFirst.class, NOT_ASKED),
          Map.entry(CountedLate.class, NOT_ASKED),
          Map.entry(NotReleased.class, NOT_ASKED),
          Map.entry(InterruptedLate.class, NOBODY_INTERRUPTED),
          Map.entry(InterruptedLater.class, NOBODY_INTERRUPTED),
          Map.entry(McsDeaf.class, NOBODY_INTERRUPTED),
          Map.entry(TicketDeaf.class, NOBODY_INTERRUPTED),
          Map.entry(TicketUnguarded.class, NOT_ASKED),
          Map.entry(OverTheBound.class, NO_TIME),
          Map.entry(DeafLoop.class, NOBODY_INTERRUPTED),
          Map.entry(ClearCounts.class, NO_TIME),
          Map.entry(GenerationOfTwo.class, NOT_ASKED),
          Map.entry(AsksOnce.class, NOT_ASKED),
          Map.entry(AsksOnceEvent.class, NOT_ASKED),
          Map.entry(KeepsWhenInterrupted.class, NOBODY_INTERRUPTED),
          Map.entry(HalvesAreUsed.class, NOT_ASKED),
          Map.entry(StampOfTwo.class, ONE_STEP),
          Map.entry(TryNotValidated.class, NOT_ASKED),
          Map.entry(EndsAtEveryCancel.class, NOT_ASKED),
          Map.entry(GatherAsksOnce.class, NOT_ASKED),
          Map.entry(CompletedAsksOnce.class, NOT_ASKED),
          Map.entry(EndsWithTheEnded.class, NOT_ASKED),
          Map.entry(PartLooksFirst.class, NOT_ASKED),
          Map.entry(StopLookedForLongBefore.class, NOT_ASKED),
          Map.entry(StopLookedForFirst.class, NOT_ASKED),
          Map.entry(RefusalIsTold.class, NOT_ASKED),
          Map.entry(SubmittedTooLate.class, NOT_ASKED),
          Map.entry(RungWithoutFence.class, PROGRAM_ORDER),
          Map.entry(RoomGivenFirst.class, NOT_ASKED),
          Map.entry(OpaqueCounters.class, REORDERED),
          Map.entry(NotAnnouncedAgain.class, NOT_ASKED),
          Map.entry(HelperLeaves.class, NOT_ASKED),
          Map.entry(EndsAnyCall.class, NOT_ASKED),
          Map.entry(CountedFirst.class, NOT_ASKED),
          Map.entry(AnnouncedWithoutFence.class, PROGRAM_ORDER),
          Map.entry(FailedUndone.class, NOT_ASKED),
          Map.entry(InterruptedUndone.class, NOBODY_INTERRUPTED),
          Map.entry(RefusesOne.class, NOT_ASKED),
          Map.entry(SilentOffer.class, NOT_ASKED),
          Map.entry(SilentPoll.class, NOT_ASKED),
          Map.entry(RoomAskedOnce.class, NOT_ASKED),
          Map.entry(OneCondition.class, NOT_ASKED),
          Map.entry(OneFlag.class, NOT_ASKED),
          Map.entry(JoinsWhatWasThere.class, NOT_ASKED),
          Map.entry(OneSentinel.class, NOT_ASKED),
          Map.entry(Forgetful.class, NOT_ASKED),
          Map.entry(ForgetsWhoWaits.class, NOT_ASKED),
          Map.entry(TakeInTwoSteps.class, NOT_ASKED),
          Map.entry(TakeInTwoSlowSteps.class, NOT_ASKED),
          Map.entry(BeginsCancelled.class, NOT_ASKED),
          Map.entry(BehindTheEnd.class, NOT_ASKED),
          Map.entry(ConvertedInTwoSteps.class, NOT_ASKED),
          Map.entry(DowngradedInTwoSteps.class, NOT_ASKED),
          Map.entry(DowngradedInTwoSlowSteps.class, NOT_ASKED),
          Map.entry(NotValidated.class, NOT_ASKED),
          Map.entry(BehindTheEndSlow.class, NOT_ASKED),
          Map.entry(StartedTooLate.class, NOT_ASKED),
          Map.entry(TellsAtTheEnd.class, NOT_ASKED),
          Map.entry(TellsOne.class, NOT_ASKED),
          Map.entry(SetAfterFailure.class, NOT_ASKED),
          Map.entry(BrokenPromises.CallbackLost.class, NOT_ASKED),
          Map.entry(BrokenSynchronizers.CountedOutside.class, NOT_ASKED));

  private Blind() {}
}
