/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.EachItemOnce;
import dev.lockstep.jcstress.contract.MayOverlook;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two threads put an item each and take one each: is every item taken once, and whole?
 *
 * <p>In one sample two producers meet, then two consumers, then a producer and a consumer; and the
 * content of an item is a plain field, so an item that is found must bring it along. Since a thread
 * takes after it has put, there is an item for it at every moment: a queue that says there is none
 * has lost one. This is the one test that every queue owes; {@link QueueProducers}, {@link
 * QueueConsumers} and {@link QueuePublication} ask its three questions one by one, so that a
 * failure tells which.
 */
public class QueueSafety {

  /*
    The hand-made queue of the notes: one lock around a deque. Each call is one critical section, so
    of two threads one comes first, and who comes second finds what the first has left.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.Polling
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:POLLING")
  @State
  public static class Polling {

    private final Channel<Item> queue = QueueKind.POLLING.create(Channel.UNBOUNDED);

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
    One lock and two conditions. offer and poll never wait, but they must tell those who do; here
    nobody waits, and the lock alone keeps the items apart.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.Condition
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);

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
    A queue that counts what is unfinished counts under the same lock under which it stores: neither a
    second lock nor a count may come between the two.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.Joinable
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);

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
    A queue that can be closed carries one thing more than items, its sentinel; as long as nobody
    closes it, it must be a queue like any other.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.Closable
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> queue = QueueKind.CLOSABLE.create(2);

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
    A ring of places, one lock for both ends. The two items lie side by side, and the second consumer
    finds the index that the first one moved.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.ArrayBlocking
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:ARRAY_BLOCKING")
  @State
  public static class ArrayBlocking {

    private final Channel<Item> queue = QueueKind.ARRAY_BLOCKING.create(2);

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
    Two locks, one for each end, and an atomic count between them: a consumer never meets a producer,
    except through the count that says how many items there are.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.LinkedBlocking
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:LINKED_BLOCKING")
  @State
  public static class LinkedBlocking {

    private final Channel<Item> queue = QueueKind.LINKED_BLOCKING.create(2);

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
    No lock at all: nodes are linked and matched by compare-and-set. A consumer that loses the race
    for a node goes on to the next one. Here the consumers wait: poll of this queue may overlook an
    item, see OverlookedItem.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.LinkedTransfer
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:LINKED_TRANSFER")
  @State
  public static class LinkedTransfer {

    private final Channel<Item> queue = QueueKind.LINKED_TRANSFER.create(Channel.UNBOUNDED);

    @Actor
    public void actor1(III_Result r) {
      r.r1 = Trade.putAndWait(queue, 1);
    }

    @Actor
    public void actor2(III_Result r) {
      r.r2 = Trade.putAndWait(queue, 2);
    }

    @Arbiter
    public void arbiter(III_Result r) {
      r.r3 = Trade.left(queue);
    }
  }

  /*
    Every place of the ring has a sequence number that says whose turn it is. A producer claims a
    place by moving an index, then fills it; a consumer that comes in between must wait for the
    filling and may not say that there is nothing.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.MpmcArray
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:MPMC_ARRAY")
  @State
  public static class MpmcArray {

    private final Channel<Item> queue = QueueKind.MPMC_ARRAY.create(2);

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
    A producer claims its place by one getAndAdd, which cannot fail; the places lie in chunks that are
    linked as they are needed. Of two producers one may have to wait for the chunk that the other one
    links.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.MpmcXadd
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:MPMC_XADD")
  @State
  public static class MpmcXadd {

    private final Channel<Item> queue = QueueKind.MPMC_XADD.create(Channel.UNBOUNDED);

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
    Places are preallocated and never allocated again. A producer claims a sequence and publishes it
    when it is filled; what was published out of order has to wait for the gap before it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.Disruptor
  */
  @JCStressTest
  @JCStressMeta(EachItemOnce.class)
  @Proof(construct = "queue:DISRUPTOR")
  @State
  public static class Disruptor {

    private final Channel<Item> queue = QueueKind.DISRUPTOR.create(2);

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
    The platform's LinkedTransferQueue, asked without waiting: poll may say that there is nothing
    while there is an item at every moment. It looks for the next node first, and for whether this one
    is taken afterwards:

        Thread A                   Thread B
        put 1
        poll: next of 1  -> none
                                   put 2
                                   poll  -> 1
        poll: 1 is taken
        poll  -> nothing

    Nothing is lost, and a consumer that waits finds the item; but null from this poll is no proof
    that the queue was empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueSafety.OverlookedItem
  */
  @JCStressTest
  @JCStressMeta(MayOverlook.class)
  @Exhibit(
      construct = "queue:LINKED_TRANSFER",
      mayObserve = {"-1, 1, 1", "-1, 2, 1", "1, -1, 1", "2, -1, 1"})
  @State
  public static class OverlookedItem {

    private final Channel<Item> queue = QueueKind.LINKED_TRANSFER.create(Channel.UNBOUNDED);

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
}
