/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.contract.BothMayEnter;
import dev.lockstep.jcstress.contract.CountedInTime;
import dev.lockstep.jcstress.contract.EachItemOnce;
import dev.lockstep.jcstress.contract.MayBeRefused;
import dev.lockstep.jcstress.contract.MayLeaveOne;
import dev.lockstep.jcstress.contract.MayLoseItem;
import dev.lockstep.jcstress.contract.MayTakeTwice;
import dev.lockstep.jcstress.contract.NothingLeft;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.mutant.CheckThenDoneQueue;
import dev.lockstep.jcstress.mutant.CountAfterPutQueue;
import dev.lockstep.jcstress.mutant.LookThenOfferQueue;
import dev.lockstep.jcstress.mutant.PeekThenRemoveQueue;
import dev.lockstep.jcstress.mutant.SamePlaceQueue;
import dev.lockstep.jcstress.mutant.TwoStepDoneQueue;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Would the proofs of the queues notice a bug? Queues with one line broken, put to the tests of
 * {@link QueueSafety}, {@link QueueBounds} and {@link QueueProtocol}. Those that break by waiting
 * for ever are left to the model checker, which needs no half minute for each.
 */
public class QueueMutants {

  /*
    Each step holds the lock, the two together do not: both threads look at the first item, then both
    remove one, and the item behind it is gone unseen.

        Thread A               Thread B
        look    -> 1
                               look    -> 1
        remove 1
                               remove 2

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueMutants.PeekThenRemove
  */
  @JCStressTest
  @JCStressMeta(MayTakeTwice.class)
  @Twin(
      contract = EachItemOnce.class,
      mutant = PeekThenRemoveQueue.class,
      mustObserve = {"1, 1, 0", "2, 2, 0"})
  @State
  public static class PeekThenRemove {

    private final Channel<Item> queue = new PeekThenRemoveQueue<>();

    @Actor
    public void actor1(III_Result r) {
      r.r1 = Trade.putAndTake(queue, 1);
    }

    @Actor
    public void actor2(III_Result r) {
      r.r2 = Trade.putAndTake(queue, 2);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r3 = Trade.left(queue);
    }
  }

  /*
    The place is found before the lock is held. Both threads find the same one, and the lock only
    makes them fill it one after the other.

        Thread A               Thread B
        end  -> 0
                               end  -> 0
        place 0 = 1, end = 1
                               place 0 = 2, end = 1

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueMutants.SamePlace
  */
  @JCStressTest
  @JCStressMeta(MayLoseItem.class)
  @Twin(
      contract = EachItemOnce.class,
      mutant = SamePlaceQueue.class,
      mustObserve = {"2, -1, 0", "-1, 1, 0"},
      mayObserve = {"1, -1, 0", "-1, 2, 0"})
  @State
  public static class SamePlace {

    private final Channel<Item> queue = new SamePlaceQueue<>();

    @Actor
    public void actor1(III_Result r) {
      r.r1 = Trade.putAndTake(queue, 1);
    }

    @Actor
    public void actor2(III_Result r) {
      r.r2 = Trade.putAndTake(queue, 2);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r3 = Trade.left(queue);
    }
  }

  /*
    One place is left. Both threads see it, each under the lock, and then both fill it, each under the
    lock: the bound is passed, and with it all that relies on the bound.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueMutants.LookThenOffer
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(contract = OneEnters.class, mutant = LookThenOfferQueue.class, mustObserve = "true, true")
  @State
  public static class LookThenOffer {

    private final Channel<Item> queue = Trade.allButFull(new LookThenOfferQueue<>());

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = queue.offer(new Item(1));
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = queue.offer(new Item(2));
    }
  }

  /*
    One item is unfinished, and two threads say that they have done it. Both look whether anything is
    unfinished before either has subtracted: both are believed, and the count falls below zero.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueMutants.CheckThenDone
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(contract = OneEnters.class, mutant = CheckThenDoneQueue.class, mustObserve = "true, true")
  @State
  public static class CheckThenDone {

    private final CheckThenDoneQueue<Item> queue = new CheckThenDoneQueue<>();

    public CheckThenDone() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = Trade.accepted(queue::taskDone);
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = Trade.accepted(queue::taskDone);
    }
  }

  /*
    Reading the count is one critical section, writing it another one. Two threads read 2 and write 1:
    an item counts as unfinished for ever, and join never ends.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueMutants.TwoStepDone
  */
  @JCStressTest
  @JCStressMeta(MayLeaveOne.class)
  @Twin(contract = NothingLeft.class, mutant = TwoStepDoneQueue.class, mustObserve = "1")
  @State
  public static class TwoStepDone {

    private final TwoStepDoneQueue<Item> queue = new TwoStepDoneQueue<>();

    public TwoStepDone() {
      Trade.offer(queue, 1);
      Trade.offer(queue, 2);
    }

    @Actor
    public void actor1() {
      queue.taskDone();
    }

    @Actor
    public void actor2() {
      queue.taskDone();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = queue.unfinished();
    }
  }

  /*
    The item is there for all to take before it is counted. A quick consumer takes it, does it and
    says so, and is told that there is nothing to do.

        Producer            Consumer
        store
                            take
                            taskDone  -> too many
        count

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueMutants.CountAfterPut
  */
  @JCStressTest
  @JCStressMeta(MayBeRefused.class)
  @Twin(contract = CountedInTime.class, mutant = CountAfterPutQueue.class, mustObserve = "-1")
  @State
  public static class CountAfterPut {

    private final CountAfterPutQueue<Item> queue = new CountAfterPutQueue<>();

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = queue.poll() == null ? 0 : Trade.accepted(queue::taskDone) ? 1 : -1;
    }
  }
}
