/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** One place is left, and two threads offer an item: is one of them refused, and only one? */
public class QueueBounds {

  /*
    One place is left, two threads offer: whether there is room is asked under the lock under which it
    is filled.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueBounds.Condition
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> queue = Trade.allButFull(QueueKind.CONDITION.create(2));

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
    One place is left, two threads offer: one is refused, and what was refused must not be counted as
    unfinished.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueBounds.Joinable
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> queue = Trade.allButFull(QueueKind.JOINABLE.create(2));

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
    One place is left, two threads offer: one is refused, as by any other queue.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueBounds.Closable
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> queue = Trade.allButFull(QueueKind.CLOSABLE.create(2));

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
    One place is left, two threads offer: both may claim it, one compare-and-set fails, and the next
    place is not free.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueBounds.MpmcArray
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "queue:MPMC_ARRAY")
  @State
  public static class MpmcArray {

    private final Channel<Item> queue = Trade.allButFull(QueueKind.MPMC_ARRAY.create(2));

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
    One place is left, two threads offer: the claim of a sequence looks at the slowest consumer before
    it succeeds.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueBounds.Disruptor
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "queue:DISRUPTOR")
  @State
  public static class Disruptor {

    private final Channel<Item> queue = Trade.allButFull(QueueKind.DISRUPTOR.create(2));

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = queue.offer(new Item(1));
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = queue.offer(new Item(2));
    }
  }
}
