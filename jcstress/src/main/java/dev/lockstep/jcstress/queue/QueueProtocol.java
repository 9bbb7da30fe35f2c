/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.jcstress.contract.NoLostUpdate;
import dev.lockstep.jcstress.contract.NothingLeft;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * The count of a joinable queue and the sentinels of a closable one, when two threads change them
 * at once. {@link QueueEnds} asks those who wait for them.
 */
public class QueueProtocol {

  /*
    One item is unfinished, two threads say that they have done it: one of them is wrong and must be
    told. Looking at the count and subtracting from it are one step.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProtocol.TooManyDone
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class TooManyDone {

    private final JoinableQueue<Item> queue = new JoinableQueue<>(2);

    public TooManyDone() {
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
    Two threads finish the last two items at once: both are counted, and nothing is left that join
    would wait for.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProtocol.BothDone
  */
  @JCStressTest
  @JCStressMeta(NothingLeft.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class BothDone {

    private final JoinableQueue<Item> queue = new JoinableQueue<>(2);

    public BothDone() {
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
    An item must be counted before anybody can take it: a consumer that is quicker than the producer's
    last line would be told that it has done nothing, and a join at that moment would end too early.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProtocol.CountedInTime
  */
  @JCStressTest
  @JCStressMeta(dev.lockstep.jcstress.contract.CountedInTime.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class CountedInTime {

    private final JoinableQueue<Item> queue = new JoinableQueue<>(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = queue.poll() == null ? 0 : Trade.accepted(queue::taskDone) ? 1 : -1;
    }
  }

  /*
    Two threads close the queue, one for each of two consumers: are there two sentinels? The result
    counts what is unfinished, and a sentinel is, until a consumer has met it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueProtocol.TwoCloses
  */
  @JCStressTest
  @JCStressMeta(NoLostUpdate.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class TwoCloses {

    private final ClosableQueue<Item> queue = new ClosableQueue<>(2);

    @Actor
    public void actor1() {
      queue.close();
    }

    @Actor
    public void actor2() {
      queue.close();
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = queue.unfinished();
    }
  }
}
