/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.contract.BothMayEnter;
import dev.lockstep.jcstress.contract.CalledOnce;
import dev.lockstep.jcstress.contract.MayNotBeCalled;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.mutant.CheckThenActPromise;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A future is completed and cancelled at the same time, or completed while a callback is being
 * registered: who wins, and does everybody learn the same?
 */
public class Futures {

  /*
    Complete against cancel: one compare-and-set of the result decides, and both are told the truth
    about it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Futures.CompleteVsCancel

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true      3,900   0.1%  Acceptable  B was first.
      true, false  5,500,000  99.9%  Acceptable  A was first.
       true, true          0     0%   Forbidden  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "future:COMPLETABLE_FUTURE")
  @State
  public static class CompleteVsCancel {

    private final Promise promise = FutureKind.COMPLETABLE_FUTURE.create();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = promise.complete(42);
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = promise.cancel();
    }
  }

  /*
    The twin: ask whether the future is done before doing it. Between the question and the answer
    the other one does it, and both are told that they did.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Futures.AskThenComplete

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true  1,800,000  32.7%   Acceptable  B was first.
      true, false  2,800,000  50.7%   Acceptable  A was first.
       true, true    910,000  16.6%  Interesting  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(contract = OneEnters.class, mutant = CheckThenActPromise.class, mustObserve = "true, true")
  @State
  public static class AskThenComplete {

    private final Promise promise = new CheckThenActPromise();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = promise.complete(42);
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = promise.cancel();
    }
  }

  /*
    What is kept in the end, the value or the cancellation? A task that runs may still be cancelled,
    but then its value is thrown away: if cancel said true, there is no value, and if it said false,
    there is one. The first result is whether the value was kept.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Futures.ValueOrCancellation

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true  4,800,000  93.4%  Acceptable  B was first.
      true, false    340,000   6.6%  Acceptable  A was first.
       true, true          0     0%   Forbidden  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "future:FUTURE_TASK")
  @State
  public static class ValueOrCancellation {

    private final FutureTask<Integer> task = new FutureTask<>(() -> 42);

    @Actor
    public void runner() {
      task.run();
    }

    @Actor
    public void canceller(ZZ_Result r) {
      r.r2 = task.cancel(false);
    }

    @Arbiter
    public void arbiter(ZZ_Result r) {
      r.r1 = task.state() == Future.State.SUCCESS;
    }
  }

  /*
    The same of a task of a TaskGroup, which is done only when its work has ended: whoever gets the
    future waits for that, and then finds the value or the cancellation.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Futures.GroupTaskKeepsOne
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "future:GROUP_TASK")
  @State
  public static class GroupTaskKeepsOne {

    private final Promise promise = FutureKind.GROUP_TASK.create();

    @Actor
    public void runner() {
      boolean _ = promise.complete(42);
    }

    @Actor
    public void canceller(ZZ_Result r) {
      r.r2 = promise.cancel();
    }

    @Arbiter
    public void arbiter(ZZ_Result r) {
      r.r1 = Get.isThere(promise);
    }
  }

  /*
    Can a task be cancelled that is already running? In Python it cannot: cancel returns False once
    the work has begun. In Java it can, and both threads are told true:

        Runner                          Canceller
        (new: begin)
        body
                                        cancel  -> true
        (cancelled: value is dropped)

    The first result is whether the body ran. "true" there says nothing about the value.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Futures.RunVsCancel

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true  3,300,000  90.0%   Acceptable  Cancelled before the body began.
      true, false    330,000   9.0%   Acceptable  The body ran, and cancel came too late.
       true, true     36,000   1.0%  Interesting  Cancelled while the body ran: its value is dropped.
  */
  @JCStressTest
  @Outcome(
      id = "true, false",
      expect = ACCEPTABLE,
      desc = "The body ran, and cancel came too late.")
  @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "Cancelled before the body began.")
  @Outcome(
      id = "true, true",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Cancelled while the body ran: its value is dropped.")
  @Outcome(expect = FORBIDDEN, desc = "Neither has happened.")
  @Proof(construct = "future:FUTURE_TASK", mustObserve = "true, true")
  @State
  public static class RunVsCancel {

    private final Promise promise = FutureKind.FUTURE_TASK.create();

    @Actor
    public void runner(ZZ_Result r) {
      r.r1 = promise.complete(42);
    }

    @Actor
    public void canceller(ZZ_Result r) {
      r.r2 = promise.cancel();
    }
  }

  /*
    A callback is registered while the future is being completed: is it called, and once? The
    registering thread looks again after it has put the callback on the stack, and whoever takes it
    off calls it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Futures.CallbackOnce

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES  FREQ      EXPECT  DESCRIPTION
           0          0    0%   Forbidden  Each thought the other would make the call.
           1  5,000,000  100%  Acceptable  Whoever came second made the call.
           2          0    0%   Forbidden  Both made the call.
  */
  @JCStressTest
  @JCStressMeta(CalledOnce.class)
  @Proof(construct = "future:COMPLETABLE_FUTURE")
  @State
  public static class CallbackOnce {

    private final CompletableFuture<Integer> future = new CompletableFuture<>();
    private int first;
    private int second;

    @Actor
    public void completer() {
      boolean _ = future.complete(42);
    }

    @Actor
    public void registrar() {
      Thread registering = Thread.currentThread();
      var _ = future.thenRun(() -> called(registering));
    }

    /** Each thread counts for itself, so that no call is lost by the counting. */
    private void called(Thread registering) {
      if (Thread.currentThread().equals(registering)) {
        first++;
      } else {
        second++;
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = first + second;
    }
  }

  /*
    The twin: a home-made future whose registration does not look again.

        Completer                   Registrar
                                    done?  -> false
        done = true
        callback?  -> none
                                    callback = c

    Nobody calls it. Both accesses are volatile; it is the second look that is missing.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Futures.CallbackLost

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           0    220,000   3.0%  Interesting  Each thought the other would make the call.
           1  7,200,000  97.0%   Acceptable  Whoever came second made the call.
           2          0     0%    Forbidden  Both made the call.
  */
  @JCStressTest
  @JCStressMeta(MayNotBeCalled.class)
  @Twin(
      contract = CalledOnce.class,
      bug = "does not look again after the callback is registered",
      mustObserve = "0")
  @State
  public static class CallbackLost {

    private volatile boolean done;
    private volatile Runnable callback;
    private int first;
    private int second;

    @Actor
    public void completer() {
      done = true;
      Runnable registered = callback;
      if (registered != null) {
        first++;
      }
    }

    @Actor
    public void registrar() {
      if (done) {
        second++;
      } else {
        callback = () -> {};
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = first + second;
    }
  }
}
