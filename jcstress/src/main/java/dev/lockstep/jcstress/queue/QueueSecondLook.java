/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.BoundKept;
import dev.lockstep.jcstress.contract.LooksAgain;
import dev.lockstep.jcstress.contract.MayLeaveWithNothing;
import dev.lockstep.jcstress.contract.MayPassBound;
import dev.lockstep.jcstress.mutant.AskOncePutQueue;
import dev.lockstep.jcstress.mutant.AskOnceQueue;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A thread waits and is woken, but before it has the lock again, another one has used what it was
 * woken for: does it look again? The other thread dallies at first, so that there is somebody to
 * wake, and once more, so that the woken one has the time to go wrong.
 */
@HandsOff
public class QueueSecondLook {

  /*
    A signal says that there was an item, not that there is one: whoever held the lock in between may
    have taken it. The woken thread asks again.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSecondLook.Condition
  */
  @JCStressTest
  @JCStressMeta(LooksAgain.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);

    @Actor
    public void waiting(III_Result r) {
      r.r1 = Trade.take(queue);
    }

    @Actor
    public void other(III_Result r) {
      Trade.dally();
      Trade.offer(queue, 1);
      r.r2 = Trade.poll(queue);
      Trade.dally();
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r3 = Trade.poll(queue);
    }
  }

  /*
    The count changes nothing about it: who is woken asks again.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSecondLook.Joinable
  */
  @JCStressTest
  @JCStressMeta(LooksAgain.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);

    @Actor
    public void waiting(III_Result r) {
      r.r1 = Trade.take(queue);
    }

    @Actor
    public void other(III_Result r) {
      Trade.dally();
      Trade.offer(queue, 1);
      r.r2 = Trade.poll(queue);
      Trade.dally();
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r3 = Trade.poll(queue);
    }
  }

  /*
    The twin: if in place of while.

        Waiting             Other
        empty: wait
                            put 1, signal
                            take 1
        woken: take         put 2


    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSecondLook.AskOnce
  */
  @JCStressTest
  @JCStressMeta(MayLeaveWithNothing.class)
  @Twin(contract = LooksAgain.class, mutant = AskOnceQueue.class, mustObserve = "-1, 1, 2")
  @State
  public static class AskOnce {

    private final Channel<Item> queue = new AskOnceQueue<>();

    @Actor
    public void waiting(III_Result r) {
      r.r1 = Trade.take(queue);
    }

    @Actor
    public void other(III_Result r) {
      Trade.dally();
      Trade.offer(queue, 1);
      r.r2 = Trade.poll(queue);
      Trade.dally();
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r3 = Trade.poll(queue);
    }
  }

  /*
    The same on the other side: a signal says that there was room. Somebody else may have filled it
    before the woken producer has the lock again.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSecondLook.ConditionPut
  */
  @JCStressTest
  @JCStressMeta(BoundKept.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class ConditionPut {

    private final Channel<Item> queue = Trade.full(QueueKind.CONDITION.create(2));

    @Actor
    public void waiting() {
      Trade.put(queue, 1);
    }

    @Actor
    public void other(I_Result r) {
      Trade.dally();
      int _ = Trade.poll(queue);
      boolean _ = queue.offer(new Item(2));
      r.r1 = Trade.passesItsBound(queue) ? 1 : 0;
      int _ = Trade.poll(queue);
    }
  }

  /*
    The twin: the woken producer does not ask again, and the queue holds one item too many.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSecondLook.AskOncePut
  */
  @JCStressTest
  @JCStressMeta(MayPassBound.class)
  @Twin(contract = BoundKept.class, mutant = AskOncePutQueue.class, mustObserve = "1")
  @State
  public static class AskOncePut {

    private final Channel<Item> queue = Trade.full(new AskOncePutQueue<>());

    @Actor
    public void waiting() {
      Trade.put(queue, 1);
    }

    @Actor
    public void other(I_Result r) {
      Trade.dally();
      int _ = Trade.poll(queue);
      boolean _ = queue.offer(new Item(2));
      r.r1 = Trade.passesItsBound(queue) ? 1 : 0;
      int _ = Trade.poll(queue);
    }
  }
}
