/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.future.Promise;
import dev.lockstep.jcstress.contract.MayMissWrite;
import dev.lockstep.jcstress.contract.SeesWrite;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Who gets the value of a future: does it see what was done before the future was completed? The
 * platform promises it of {@code get} and {@code join}, and of nothing else: {@code isDone} may be
 * true and order nothing.
 */
@HandsOff
public class FutureResults {

  /*
    The value is written by a compare-and-set and read by whoever gets it: what was written before
    comes along.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FutureResults.CompletableFutureGet
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "future:COMPLETABLE_FUTURE")
  @State
  public static class CompletableFutureGet {

    private final Promise promise = FutureKind.COMPLETABLE_FUTURE.create();
    private int field;

    @Actor
    public void completer() {
      field = 1;
      boolean _ = promise.complete(42);
    }

    @Actor
    public void waiter(I_Result r) {
      int _ = Get.from(promise);
      r.r1 = field;
    }
  }

  /*
    A task publishes its result by a volatile write of its state, after the work has returned. What
    was done before the work began comes along, too.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FutureResults.FutureTaskGet
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "future:FUTURE_TASK")
  @State
  public static class FutureTaskGet {

    private final Promise promise = FutureKind.FUTURE_TASK.create();
    private int field;

    @Actor
    public void completer() {
      field = 1;
      boolean _ = promise.complete(42);
    }

    @Actor
    public void waiter(I_Result r) {
      int _ = Get.from(promise);
      r.r1 = field;
    }
  }

  /*
    The same of a task of a TaskGroup: what it will be is decided under its monitor, and a latch says
    that it is.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FutureResults.GroupTaskGet
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "future:GROUP_TASK")
  @State
  public static class GroupTaskGet {

    private final Promise promise = FutureKind.GROUP_TASK.create();
    private int field;

    @Actor
    public void completer() {
      field = 1;
      boolean _ = promise.complete(42);
    }

    @Actor
    public void waiter(I_Result r) {
      int _ = Get.from(promise);
      r.r1 = field;
    }
  }

  /*
    The twin: the two lines of the completing thread in the wrong order.

        Completer               Waiter
        complete
                                get
                                field  -> 0
        field = 1

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FutureResults.CompletedTooEarly
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(
      contract = SeesWrite.class,
      bug = "the future is completed before the field is written",
      mustObserve = "0")
  @State
  public static class CompletedTooEarly {

    private final Promise promise = FutureKind.COMPLETABLE_FUTURE.create();
    private int field;

    @Actor
    public void completer() {
      boolean _ = promise.complete(42);
      field = 1;
    }

    @Actor
    public void waiter(I_Result r) {
      int _ = Get.from(promise);
      r.r1 = field;
    }
  }
}
