/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * What goes wrong without a queue that is made for threads, and with one that is used as if it were
 * not.
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

    One item is gone, and nobody was told. The same deque is sound behind one lock: that is what
    QueueSafety asks of queue:POLLING.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t UnsafeQueues.UnsafeDeque

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        1, 2   43,000  51.4%   Acceptable  Both arrive.
        2, 1   36,000  42.8%   Acceptable  Both arrive.
        1, 0    2,400   2.8%  Interesting  The item 2 is lost.
        2, 0    2,500   3.0%  Interesting  The item 1 is lost.
        0, 0        0     0%  Interesting  The end was moved past a place that is not filled.
        0, 1        0     0%  Interesting  The end was moved past a place that is not filled.
        0, 2        0     0%  Interesting  The end was moved past a place that is not filled.
  */
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = ACCEPTABLE,
      desc = "Both arrive.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "The item 2 is lost.")
  @Outcome(id = "2, 0", expect = ACCEPTABLE_INTERESTING, desc = "The item 1 is lost.")
  @Outcome(
      id = {"0, 0", "0, 1", "0, 2"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "The end was moved past a place that is not filled.")
  @Outcome(expect = FORBIDDEN, desc = "An item that nobody put.")
  @Proof(
      construct = "queue:ARRAY_DEQUE",
      mustObserve = {"1, 0", "2, 0"})
  @State
  public static class UnsafeDeque {

    private final Channel<Integer> queue = QueueKind.ARRAY_DEQUE.create(Channel.UNBOUNDED);

    @Actor
    public void actor1() {
      QueueCalls.offer(queue, 1);
    }

    @Actor
    public void actor2() {
      QueueCalls.offer(queue, 2);
    }

    @Arbiter
    public void arbiter(II_Result r) {
      r.r1 = QueueCalls.poll(queue);
      r.r2 = QueueCalls.poll(queue);
    }
  }

  /*
    Look whether there is something, then take it: two right answers, and in between another thread.
    The queue is sound, its caller is not.

        Thread A               Thread B
        size  -> 1
                               size  -> 1
                               take 1
        take nothing

    The remedy is to take without asking: poll tells both at once.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t UnsafeQueues.EmptyThenTake

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
       1, -1   17,000  31.5%   Acceptable  A took it before B looked.
       -1, 1   29,000  53.3%   Acceptable  B took it before A looked.
        1, 0    4,000   7.4%  Interesting  Both saw an item, and one of them found none.
        0, 1    4,200   7.8%  Interesting  Both saw an item, and one of them found none.
  */
  @JCStressTest
  @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "A took it before B looked.")
  @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "B took it before A looked.")
  @Outcome(
      id = {"1, 0", "0, 1"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both saw an item, and one of them found none.")
  @Outcome(expect = FORBIDDEN, desc = "The item is taken twice, or by nobody.")
  @Exhibit(construct = "queue:LINKED_BLOCKING")
  @Nightly
  @State
  public static class EmptyThenTake {

    private final Channel<Integer> queue = QueueCalls.full(QueueKind.LINKED_BLOCKING.create(1));

    @Actor
    public void actor1(II_Result r) {
      r.r1 = takeIfThere();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = takeIfThere();
    }

    private int takeIfThere() {
      return queue.size() == 0 ? -1 : QueueCalls.poll(queue);
    }
  }

  /*
    The platform's LinkedTransferQueue, asked without waiting: poll may say that there is nothing
    while there is an item at every moment. It looks for the next node first, and for whether this one
    is taken afterwards:

        Thread A                   Thread B
        put 1
        poll: next of 1  -> none
                                   put 5
                                   poll  -> 1
        poll: 1 is taken
        poll  -> nothing

    Nothing is lost, and a consumer that waits finds the item, as QueueSafety asks of this queue; but
    null from this poll is no proof that the queue was empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t UnsafeQueues.OverlookedItem

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
          RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
             own   75,000  99.9%   Acceptable  Each thread has taken its own item.
         swapped       69   0.1%   Acceptable  Each has taken that of the other one.
      overlooked        6  <0.1%  Interesting  A thread was told that there is no item, and there was one.
  */
  @JCStressTest
  @Outcome(id = "own", expect = ACCEPTABLE, desc = "Each thread has taken its own item.")
  @Outcome(id = "swapped", expect = ACCEPTABLE, desc = "Each has taken that of the other one.")
  @Outcome(
      id = "overlooked",
      expect = ACCEPTABLE_INTERESTING,
      desc = "A thread was told that there is no item, and there was one.")
  @Outcome(expect = FORBIDDEN, desc = "An item is lost, or was given away twice.")
  @Exhibit(construct = "queue:LINKED_TRANSFER")
  @Nightly
  @State
  public static class OverlookedItem {

    private final Channel<Integer> queue = QueueKind.LINKED_TRANSFER.create(Channel.UNBOUNDED);
    private final int[] mine = new int[1];
    private final int[] yours = new int[1];

    @Actor
    public void actor1() {
      QueueCalls.offer(queue, 1);
      mine[0] = QueueCalls.poll(queue);
    }

    @Actor
    public void actor2() {
      QueueCalls.offer(queue, 2);
      yours[0] = QueueCalls.poll(queue);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = QueueCalls.verdict(queue, mine, yours);
    }
  }

  /*
    A worker is stopped by setting its queue to null: the next call fails, and the worker takes that
    for the end. The field is plain, so nothing says that the worker ever sees it (JLS 17.4); that it
    does here is the doing of the lock inside poll, across which this compiler does not keep the old
    value. The way out is an exception that any other mistake could have thrown as well.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t UnsafeQueues.QueueFieldNulled
  */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The worker has seen it, and ended.")
  @Outcome(
      id = "STALE",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The worker has not seen it for half a minute.")
  @Outcome(expect = FORBIDDEN, desc = "The worker failed.")
  @Exhibit(construct = "queue:POLLING")
  @Nightly
  @State
  public static class QueueFieldNulled {

    private Channel<Integer> in = QueueKind.POLLING.create(Channel.UNBOUNDED);

    @Actor
    public void worker() {
      try {
        while (true) {
          Integer _ = in.poll();
        }
      } catch (NullPointerException magicExit) {
        return;
      }
    }

    @Signal
    public void signal(Thread worker) {
      in = null;
    }
  }
}
