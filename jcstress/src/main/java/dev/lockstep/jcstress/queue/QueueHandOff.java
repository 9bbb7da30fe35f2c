/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.InOrder;
import dev.lockstep.jcstress.contract.MayOvertake;
import dev.lockstep.jcstress.mutant.NewestFirstQueue;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A producer puts three items into a queue of two places, a consumer takes three: do they come, in
 * order, and with their content?
 *
 * <p>Each side may have to wait for the other, so a wake-up that is missing hangs the test, and an
 * index that turns round wrongly mixes the items. Since a sample may put a thread to sleep and wake
 * it, it takes microseconds. The polling queue is not asked: its consumer sleeps ten milliseconds
 * whenever it comes too early.
 */
@HandsOff
public class QueueHandOff {

  /*
    The producer waits for room at the third item, the consumer for each that has not come. Each wakes
    the other, and both ask again when they wake up.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueHandOff.Condition
  */
  @JCStressTest
  @JCStressMeta(InOrder.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = Trade.worn(QueueKind.CONDITION.create(2));

    @Actor
    public void producer() {
      Trade.put(queue, 1);
      Trade.put(queue, 2);
      Trade.put(queue, 3);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = Trade.take(queue);
      r.r2 = Trade.take(queue);
      r.r3 = Trade.take(queue);
    }
  }

  /*
    put counts and stores, take only removes: waiting for an item is no different from what it is
    without the count.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueHandOff.Joinable
  */
  @JCStressTest
  @JCStressMeta(InOrder.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = Trade.worn(QueueKind.JOINABLE.create(2));

    @Actor
    public void producer() {
      Trade.put(queue, 1);
      Trade.put(queue, 2);
      Trade.put(queue, 3);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = Trade.take(queue);
      r.r2 = Trade.take(queue);
      r.r3 = Trade.take(queue);
    }
  }

  /*
    The same waiting as in any other queue of a bound, with an end that does not come here.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueHandOff.Closable
  */
  @JCStressTest
  @JCStressMeta(InOrder.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> queue = Trade.worn(QueueKind.CLOSABLE.create(2));

    @Actor
    public void producer() {
      Trade.put(queue, 1);
      Trade.put(queue, 2);
      Trade.put(queue, 3);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = Trade.take(queue);
      r.r2 = Trade.take(queue);
      r.r3 = Trade.take(queue);
    }
  }

  /*
    No place at all: every put waits for its take. It can lose nothing, because it keeps nothing; the
    order is that of the meetings.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueHandOff.Synchronous
  */
  @JCStressTest
  @JCStressMeta(InOrder.class)
  @Proof(construct = "queue:SYNCHRONOUS")
  @State
  public static class Synchronous {

    private final Channel<Item> queue = QueueKind.SYNCHRONOUS.create(0);

    @Actor
    public void producer() {
      Trade.put(queue, 1);
      Trade.put(queue, 2);
      Trade.put(queue, 3);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = Trade.take(queue);
      r.r2 = Trade.take(queue);
      r.r3 = Trade.take(queue);
    }
  }

  /*
    Neither side sleeps on a condition: who has to wait looks again and again, more and more seldom.
    With two places the third item lies where the first one was, and its sequence number tells the two
    apart.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueHandOff.MpmcArray
  */
  @JCStressTest
  @JCStressMeta(InOrder.class)
  @Proof(construct = "queue:MPMC_ARRAY")
  @State
  public static class MpmcArray {

    private final Channel<Item> queue = Trade.worn(QueueKind.MPMC_ARRAY.create(2));

    @Actor
    public void producer() {
      Trade.put(queue, 1);
      Trade.put(queue, 2);
      Trade.put(queue, 3);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = Trade.take(queue);
      r.r2 = Trade.take(queue);
      r.r3 = Trade.take(queue);
    }
  }

  /*
    A ring of two: the third item may be claimed only when the first one has been taken, or it would
    overwrite it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueHandOff.Disruptor
  */
  @JCStressTest
  @JCStressMeta(InOrder.class)
  @Proof(construct = "queue:DISRUPTOR")
  @State
  public static class Disruptor {

    private final Channel<Item> queue = Trade.worn(QueueKind.DISRUPTOR.create(2));

    @Actor
    public void producer() {
      Trade.put(queue, 1);
      Trade.put(queue, 2);
      Trade.put(queue, 3);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = Trade.take(queue);
      r.r2 = Trade.take(queue);
      r.r3 = Trade.take(queue);
    }
  }

  /*
    The twin: a stack. Nothing is lost and nobody waits in vain, but the item that came last is the
    first to go, and one that came early may stay for ever.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueHandOff.NewestFirst
  */
  @JCStressTest
  @JCStressMeta(MayOvertake.class)
  @Twin(
      contract = InOrder.class,
      mutant = NewestFirstQueue.class,
      mustObserve = "2, 1, 3",
      mayObserve = {"1, 3, 2", "2, 3, 1"})
  @State
  public static class NewestFirst {

    private final Channel<Item> queue = new NewestFirstQueue<>();

    @Actor
    public void producer() {
      Trade.put(queue, 1);
      Trade.put(queue, 2);
      Trade.put(queue, 3);
    }

    @Actor
    public void consumer(III_Result r) {
      r.r1 = Trade.take(queue);
      r.r2 = Trade.take(queue);
      r.r3 = Trade.take(queue);
    }
  }
}
