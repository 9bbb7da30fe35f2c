/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.NobodyMayTakeIt;
import dev.lockstep.jcstress.contract.OneTakesIt;
import dev.lockstep.jcstress.mutant.LateItemQueue;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A consumer waits for some microseconds, and just then the item arrives: does it get it, or is the
 * item still there? The second result is what is found afterwards.
 */
@HandsOff
public class QueueTimeouts {

  /*
    The consumer's time is over while the item arrives: awaitNanos returns with nothing left, and the
    item decides, not the clock.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueTimeouts.Condition
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = Trade.pollBriefly(queue);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    The consumer's time is over while the item arrives. Whoever leaves without it must leave it there,
    and must not have been chosen for it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueTimeouts.Joinable
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = Trade.pollBriefly(queue);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    The consumer's time is over while the item arrives: no item is given to a thread that has gone.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueTimeouts.Closable
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> queue = QueueKind.CLOSABLE.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = Trade.pollBriefly(queue);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    The twin: the time is over, an item is there, it is removed, and the consumer is told that it came
    too late for it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueTimeouts.LateItem
  */
  @JCStressTest
  @JCStressMeta(NobodyMayTakeIt.class)
  @Twin(contract = OneTakesIt.class, mutant = LateItemQueue.class, mustObserve = "-1, -1")
  @State
  public static class LateItem {

    private final Channel<Item> queue = new LateItemQueue<>();

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = Trade.pollBriefly(queue);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }
}
