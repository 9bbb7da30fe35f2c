/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.OneTakesIt;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads try to take the only item: does one get it, and only one? */
public class QueueConsumers {

  /*
    Two consumers, one item: looking and removing is one critical section, so the second finds
    nothing.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.Polling
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:POLLING")
  @State
  public static class Polling {

    private final Channel<Item> queue = QueueKind.POLLING.create(Channel.UNBOUNDED);

    public Polling() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: looking whether there is one and removing it happen under one lock.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.Condition
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);

    public Condition() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: one gets it, and only that one will have to say that it is done.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.Joinable
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);

    public Joinable() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: one gets it, the other one nothing, and that is not the end of the queue.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.Closable
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> queue = QueueKind.CLOSABLE.create(2);

    public Closable() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: the lock of the ring lets one of them see a count of one.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.ArrayBlocking
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:ARRAY_BLOCKING")
  @State
  public static class ArrayBlocking {

    private final Channel<Item> queue = QueueKind.ARRAY_BLOCKING.create(2);

    public ArrayBlocking() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: both may read a count of one; under the lock of the head the second reads
    it again and finds zero.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.LinkedBlocking
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:LINKED_BLOCKING")
  @State
  public static class LinkedBlocking {

    private final Channel<Item> queue = QueueKind.LINKED_BLOCKING.create(2);

    public LinkedBlocking() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: both see the node, the compare-and-set that takes its item succeeds once.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.LinkedTransfer
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:LINKED_TRANSFER")
  @State
  public static class LinkedTransfer {

    private final Channel<Item> queue = QueueKind.LINKED_TRANSFER.create(Channel.UNBOUNDED);

    public LinkedTransfer() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: the consumer index is moved by compare-and-set; who fails looks again and
    finds the queue empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.MpmcArray
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:MPMC_ARRAY")
  @State
  public static class MpmcArray {

    private final Channel<Item> queue = QueueKind.MPMC_ARRAY.create(2);

    public MpmcArray() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: the consumer index is moved by compare-and-set even where producers get
    along without.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.MpmcXadd
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:MPMC_XADD")
  @State
  public static class MpmcXadd {

    private final Channel<Item> queue = QueueKind.MPMC_XADD.create(Channel.UNBOUNDED);

    public MpmcXadd() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two consumers, one item: the sequence that says what was taken is moved by compare-and-set, so one
    of them gets it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueConsumers.Disruptor
  */
  @JCStressTest
  @JCStressMeta(OneTakesIt.class)
  @Proof(construct = "queue:DISRUPTOR")
  @State
  public static class Disruptor {

    private final Channel<Item> queue = QueueKind.DISRUPTOR.create(2);

    public Disruptor() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = Trade.poll(queue);
    }
  }
}
