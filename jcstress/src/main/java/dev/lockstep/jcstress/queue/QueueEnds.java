/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.jcstress.contract.AllProcessed;
import dev.lockstep.jcstress.contract.MayEndEarly;
import dev.lockstep.jcstress.contract.MayMissWrite;
import dev.lockstep.jcstress.contract.SeesWrite;
import dev.lockstep.jcstress.mutant.ClosedFlagQueue;
import dev.lockstep.jcstress.mutant.DoneAtTheTakeQueue;
import dev.lockstep.jcstress.mutant.EmptyMeansDoneQueue;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Who waits for the end of the work, or of the queue, learns of it only when it has come, and sees
 * all that was done before.
 */
@HandsOff
public class QueueEnds {

  /*
    A worker takes the last item, works, and says that it is done; another thread joins and reads the
    result. The queue is empty long before the work is done: join has to wait for the count, and the
    lock of the count carries the result along.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueEnds.JoinSeesResult
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class JoinSeesResult {

    private final JoinableQueue<Item> queue = new JoinableQueue<>(2);
    private int field;

    public JoinSeesResult() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void worker() {
      Item _ = queue.poll();
      field = 1;
      queue.taskDone();
    }

    @Actor
    public void joiner(I_Result r) {
      Trade.await(queue::join);
      r.r1 = field;
    }
  }

  /*
    The twin: the worker says that it is done, and then does it. Nothing is wrong with the queue.

        Worker              Joiner
        taskDone
                            join
                            field  -> 0
        field = 1

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueEnds.DoneBeforeWork
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(
      contract = SeesWrite.class,
      bug = "the item is counted as done before the work",
      mustObserve = "0")
  @State
  public static class DoneBeforeWork {

    private final JoinableQueue<Item> queue = new JoinableQueue<>(2);
    private int field;

    public DoneBeforeWork() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void worker() {
      Item _ = queue.poll();
      queue.taskDone();
      field = 1;
    }

    @Actor
    public void joiner(I_Result r) {
      Trade.await(queue::join);
      r.r1 = field;
    }
  }

  /*
    The twin: a join that waits until the queue is empty. The worker has taken the item and has only
    begun.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueEnds.EmptyMeansDone
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(contract = SeesWrite.class, mutant = EmptyMeansDoneQueue.class, mustObserve = "0")
  @State
  public static class EmptyMeansDone {

    private final EmptyMeansDoneQueue<Item> queue = new EmptyMeansDoneQueue<>();
    private int field;

    public EmptyMeansDone() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void worker() {
      Item _ = queue.poll();
      field = 1;
      queue.taskDone();
    }

    @Actor
    public void joiner(I_Result r) {
      Trade.await(queue::join);
      r.r1 = field;
    }
  }

  /*
    The queue itself says that an item is done, after the work and not before: who has joined sees
    what the work has left behind. The queue is closed only then: a sentinel that is still to come
    would hold join back by itself.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueEnds.ProcessedBeforeJoin
  */
  @JCStressTest
  @JCStressMeta(SeesWrite.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class ProcessedBeforeJoin {

    private final ClosableQueue<Item> queue = new ClosableQueue<>(2);
    private int field;

    public ProcessedBeforeJoin() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void worker() {
      Trade.await(() -> queue.forEach(_ -> field = 1));
    }

    @Actor
    public void joiner(I_Result r) {
      Trade.await(queue::join);
      r.r1 = field;
      queue.close();
    }
  }

  /*
    The twin: the item counts as done when it is taken, as if handing out were the work.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueEnds.DoneAtTheTake
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(contract = SeesWrite.class, mutant = DoneAtTheTakeQueue.class, mustObserve = "0")
  @State
  public static class DoneAtTheTake {

    private final DoneAtTheTakeQueue<Item> queue = new DoneAtTheTakeQueue<>();
    private int field;

    public DoneAtTheTake() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void worker() {
      Trade.await(() -> queue.forEach(_ -> field = 1));
    }

    @Actor
    public void joiner(I_Result r) {
      Trade.await(queue::join);
      r.r1 = field;
      queue.close();
    }
  }

  /*
    Two items, then the end: are both processed? The sentinel stands in line like any item, so what
    was put before it comes before it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueEnds.SentinelLast
  */
  @JCStressTest
  @JCStressMeta(AllProcessed.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class SentinelLast {

    private final ClosableQueue<Item> queue = new ClosableQueue<>(2);

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
      Trade.offer(queue, 2);
      queue.close();
    }

    @Actor
    public void consumer(I_Result r) {
      r.r1 = Trade.countToTheEnd(queue);
    }
  }

  /*
    The twin: a flag in place of the sentinel. It does not stand in line, so the consumer sees the end
    before it has seen what was put before.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueEnds.ClosedFlag
  */
  @JCStressTest
  @JCStressMeta(MayEndEarly.class)
  @Twin(
      contract = AllProcessed.class,
      mutant = ClosedFlagQueue.class,
      mustObserve = {"0", "1"})
  @State
  public static class ClosedFlag {

    private final ClosedFlagQueue<Item> queue = new ClosedFlagQueue<>();
    private int processed;

    @Actor
    public void producer() {
      Trade.offer(queue, 1);
      Trade.offer(queue, 2);
      queue.close();
    }

    @Actor
    public void consumer(I_Result r) {
      queue.forEach(_ -> processed++);
      r.r1 = processed;
    }
  }
}
