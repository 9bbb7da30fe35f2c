/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.MayPublishEmpty;
import dev.lockstep.jcstress.contract.Published;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * One thread puts an item, another takes it: does it come with its content? The content is a plain
 * field, written before the put and read after the take; only the queue stands between the two.
 */
public class QueuePublication {

  /*
    The lock that guards the deque publishes the item, too: unlock happens-before the lock of who
    takes it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.Polling
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:POLLING")
  @State
  public static class Polling {

    private final Channel<Item> queue = QueueKind.POLLING.create(Channel.UNBOUNDED);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    Unlock after the put, lock before the take: what was written before the one is seen after the
    other.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.Condition
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    The item is stored under the lock under which it is counted, and its content comes along.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.Joinable
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    The item and, later, the sentinel go through the same lock; whoever takes the one or the other
    sees what was written before.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.Closable
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> queue = QueueKind.CLOSABLE.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    Actions before an item is put happen-before those after it is taken (API of BlockingQueue); here
    it is the lock of the ring.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.ArrayBlocking
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:ARRAY_BLOCKING")
  @State
  public static class ArrayBlocking {

    private final Channel<Item> queue = QueueKind.ARRAY_BLOCKING.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    Producer and consumer hold different locks: what makes the content visible is the atomic count
    that the one writes and the other reads.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.LinkedBlocking
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:LINKED_BLOCKING")
  @State
  public static class LinkedBlocking {

    private final Channel<Item> queue = QueueKind.LINKED_BLOCKING.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    The item is linked by a volatile write of the node before it, and found by a volatile read.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.LinkedTransfer
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:LINKED_TRANSFER")
  @State
  public static class LinkedTransfer {

    private final Channel<Item> queue = QueueKind.LINKED_TRANSFER.create(Channel.UNBOUNDED);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    The place is filled by an ordered write of its sequence; who has read that sequence may read the
    place, and what lies behind it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.MpmcArray
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:MPMC_ARRAY")
  @State
  public static class MpmcArray {

    private final Channel<Item> queue = QueueKind.MPMC_ARRAY.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    The item is written with release into its place and read with acquire; nothing else stands between
    the two threads.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.MpmcXadd
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:MPMC_XADD")
  @State
  public static class MpmcXadd {

    private final Channel<Item> queue = QueueKind.MPMC_XADD.create(Channel.UNBOUNDED);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    publish is an ordered write of the sequence, and a consumer reads the sequence before it reads the
    place.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.Disruptor
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "queue:DISRUPTOR")
  @State
  public static class Disruptor {

    private final Channel<Item> queue = QueueKind.DISRUPTOR.create(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 42);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }

  /*
    The twin: the item is put before its content is written. The queue publishes what was done before,
    and the content was not.

        Producer            Consumer
        put
                            poll
                            content  -> 0
        content = 42

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueuePublication.FilledTooLate
  */
  @JCStressTest
  @JCStressMeta(MayPublishEmpty.class)
  @Twin(
      contract = Published.class,
      bug = "the item is put before its content is written",
      mustObserve = "0")
  @State
  public static class FilledTooLate {

    private final Channel<Item> queue = QueueKind.LINKED_BLOCKING.create(2);

    @Actor
    public void producer() {
      Item item = new Item(0);
      boolean _ = queue.offer(item);
      item.content = 42;
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.poll(queue);
    }
  }
}
