/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.BothArrive;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Two threads put an item each: are both there afterwards? {@link UnsafeQueues} has the deque where
 * they are not.
 */
public class QueueProducers {

  /*
    Two producers, one lock: the second appends behind the first.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.Polling
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:POLLING")
  @State
  public static class Polling {

    private final Channel<Item> queue = QueueKind.POLLING.create(Channel.UNBOUNDED);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: the index of the end is read and moved under one lock.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.Condition
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: both items are there, and both are counted, or join would not wait for
    one of them.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.Joinable
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once into a queue that nobody closes: both items are there.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.Closable
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> queue = QueueKind.CLOSABLE.create(2);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: the lock of the ring gives each a place of its own.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.ArrayBlocking
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:ARRAY_BLOCKING")
  @State
  public static class ArrayBlocking {

    private final Channel<Item> queue = QueueKind.ARRAY_BLOCKING.create(2);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: the lock of the tail lets one link its node after the other.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.LinkedBlocking
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:LINKED_BLOCKING")
  @State
  public static class LinkedBlocking {

    private final Channel<Item> queue = QueueKind.LINKED_BLOCKING.create(2);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: both try to link their node behind the same last one; the
    compare-and-set that fails tries again behind the new last one.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.LinkedTransfer
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:LINKED_TRANSFER")
  @State
  public static class LinkedTransfer {

    private final Channel<Item> queue = QueueKind.LINKED_TRANSFER.create(Channel.UNBOUNDED);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: the producer index is moved by compare-and-set, who fails takes the
    next place.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.MpmcArray
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:MPMC_ARRAY")
  @State
  public static class MpmcArray {

    private final Channel<Item> queue = QueueKind.MPMC_ARRAY.create(2);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: getAndAdd gives each an index of its own at the first attempt.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.MpmcXadd
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:MPMC_XADD")
  @State
  public static class MpmcXadd {

    private final Channel<Item> queue = QueueKind.MPMC_XADD.create(Channel.UNBOUNDED);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }

  /*
    Two producers put at once: each claims a sequence of its own; the ring shows the second only when
    the first is published, too.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProducers.Disruptor
  */
  @JCStressTest
  @JCStressMeta(BothArrive.class)
  @Proof(construct = "queue:DISRUPTOR")
  @State
  public static class Disruptor {

    private final Channel<Item> queue = QueueKind.DISRUPTOR.create(2);

    @Actor
    public void actor1() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      Trade.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = Trade.poll(queue);
      r.r2 = Trade.poll(queue);
    }
  }
}
