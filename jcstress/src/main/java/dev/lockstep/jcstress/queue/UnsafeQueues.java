/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.BothArrive;
import dev.lockstep.jcstress.contract.MayLosePut;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What goes wrong without a queue that is made for threads, and what goes wrong with one that is
 * used as if it were not.
 */
public class UnsafeQueues {

  /*
    Two threads append to a deque that no lock protects. Appending is storing at the end and moving
    the end:

        Thread A               Thread B
        end  -> 0
                               end  -> 0
        place 0 = 1
                               place 0 = 2
        end = 1
                               end = 1

    One item is gone, and nobody was told. The same deque is sound behind one lock, see
    QueueProducers.Polling.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t UnsafeQueues.UnsafeDeque
  */
  @JCStressTest
  @JCStressMeta(MayLosePut.class)
  @Proof(
      construct = "queue:ARRAY_DEQUE",
      mustObserve = {"1, -1", "2, -1"},
      breaks = BothArrive.class)
  @State
  public static class UnsafeDeque {

    private final Channel<Item> queue = QueueKind.ARRAY_DEQUE.create(Channel.UNBOUNDED);

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
    Look whether there is something, then take it: two right answers, and in between another thread.
    The queue is sound, the caller is not; Python's documentation warns of empty() in the same way,
    the notes do not.

        Thread A               Thread B
        size  -> 1
                               size  -> 1
                               take 1
        take nothing

    The remedy is to take without asking: poll tells both at once.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t UnsafeQueues.EmptyThenTake
  */
  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "A took it before B looked.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "B took it before A looked.")
  @Outcome(
      id = {"1, -1", "-1, 1"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both saw an item, one of them found none.")
  @Outcome(expect = FORBIDDEN, desc = "The item is taken twice, or by nobody.")
  @Proof(
      construct = "queue:LINKED_BLOCKING",
      mustObserve = {"1, -1", "-1, 1"})
  @State
  public static class EmptyThenTake {

    private final Channel<Item> queue = QueueKind.LINKED_BLOCKING.create(2);

    public EmptyThenTake() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = queue.size() == 0 ? 0 : Trade.poll(queue);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = queue.size() == 0 ? 0 : Trade.poll(queue);
    }
  }
}
