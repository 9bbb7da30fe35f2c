/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.core.queue.JoinableQueue;
import dev.lockstep.core.queue.QueueClosedException;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.contract.Ends;
import dev.lockstep.jcstress.contract.MayStay;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * A thread waits at a queue, another one does what it waits for: does the wait end? {@link
 * QueueHandOff} asks what comes through the queue, this class whether anybody is forgotten. A
 * thread that has not ended 30 seconds later is called stale.
 */
public class QueueWaits {

  private static final int LAST = 5;

  /*
    Each side sleeps on a condition of its own and is woken by the other. The worker finds one queue
    full and, when it got room there, the other one empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.Condition
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class Condition {

    private final Channel<Item> there = Trade.full(QueueKind.CONDITION.create(1));
    private final Channel<Item> back = QueueKind.CONDITION.create(1);

    @Actor
    public void worker() throws InterruptedException {
      there.put(new Item(LAST));
      Item _ = back.take();
    }

    @Signal
    public void signal(Thread worker) throws InterruptedException {
      Item item = there.take();
      while (item.content != LAST) {
        item = there.take();
      }
      back.put(item);
    }
  }

  /*
    Waiting threads stand in line, and whoever brings an item or makes room releases the first of
    them. The worker finds one queue full and, when it got room there, the other one empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.Joinable
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class Joinable {

    private final Channel<Item> there = Trade.full(QueueKind.JOINABLE.create(1));
    private final Channel<Item> back = QueueKind.JOINABLE.create(1);

    @Actor
    public void worker() throws InterruptedException {
      there.put(new Item(LAST));
      Item _ = back.take();
    }

    @Signal
    public void signal(Thread worker) throws InterruptedException {
      Item item = there.take();
      while (item.content != LAST) {
        item = there.take();
      }
      back.put(item);
    }
  }

  /*
    An end may come, but does not: a put and a take wait as in any other queue. The worker finds one
    queue full and, when it got room there, the other one empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.Closable
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class Closable {

    private final Channel<Item> there = Trade.full(QueueKind.CLOSABLE.create(1));
    private final Channel<Item> back = QueueKind.CLOSABLE.create(1);

    @Actor
    public void worker() throws InterruptedException {
      there.put(new Item(LAST));
      Item _ = back.take();
    }

    @Signal
    public void signal(Thread worker) throws InterruptedException {
      Item item = there.take();
      while (item.content != LAST) {
        item = there.take();
      }
      back.put(item);
    }
  }

  /*
    Nobody is woken here: each looks again after a pause that grows to a millisecond. The worker finds
    one queue full and, when it got room there, the other one empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.MpmcArray
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:MPMC_ARRAY")
  @State
  public static class MpmcArray {

    private final Channel<Item> there = Trade.full(QueueKind.MPMC_ARRAY.create(1));
    private final Channel<Item> back = QueueKind.MPMC_ARRAY.create(1);

    @Actor
    public void worker() throws InterruptedException {
      there.put(new Item(LAST));
      Item _ = back.take();
    }

    @Signal
    public void signal(Thread worker) throws InterruptedException {
      Item item = there.take();
      while (item.content != LAST) {
        item = there.take();
      }
      back.put(item);
    }
  }

  /*
    Nobody is woken here either; that there is room again is told by the marks of the consumers. The
    worker finds one queue full and, when it got room there, the other one empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.Disruptor
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:DISRUPTOR")
  @State
  public static class Disruptor {

    private final Channel<Item> there = Trade.full(QueueKind.DISRUPTOR.create(1));
    private final Channel<Item> back = QueueKind.DISRUPTOR.create(1);

    @Actor
    public void worker() throws InterruptedException {
      there.put(new Item(LAST));
      Item _ = back.take();
    }

    @Signal
    public void signal(Thread worker) throws InterruptedException {
      Item item = there.take();
      while (item.content != LAST) {
        item = there.take();
      }
      back.put(item);
    }
  }

  /*
    The notes stop the worker of the hand-made queue by setting its queue to None: the next call
    fails, and the worker takes that for the end. The field is plain, so nothing says that the worker
    ever sees it (JLS 17.4); that it does here is the doing of the lock inside poll, across which this
    compiler does not keep the old value. The way out is an exception that any other mistake could
    have thrown as well.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.QueueFieldNulled
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(MayStay.class)
  @Exhibit(construct = "queue:POLLING", mayObserve = "STALE")
  @State
  public static class QueueFieldNulled {

    private Channel<Item> in = QueueKind.POLLING.create(Channel.UNBOUNDED);

    @Actor
    public void worker() {
      try {
        while (true) {
          Item _ = in.poll();
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

  /*
    Two threads wait for an item, two items come at once: do both get one? One signal for each item: a
    queue that wakes somebody only when it was empty before would wake one. This worker ends only
    after the other one has.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.ConditionTwoTakers
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class ConditionTwoTakers {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);
    private final Thread other = Company.of(queue::take);

    @Actor
    public void worker() throws InterruptedException {
      other.start();
      Item _ = queue.take();
      other.join();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(other);
      Company.awaitSleep(worker);
      Trade.offer(queue, 1);
      Trade.offer(queue, 2);
    }
  }

  /*
    Two threads wait for an item, two items come at once: do both get one? Each put releases one of
    those who stand in line, whether or not an item was there already. This worker ends only after the
    other one has.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.JoinableTwoTakers
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class JoinableTwoTakers {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);
    private final Thread other = Company.of(queue::take);

    @Actor
    public void worker() throws InterruptedException {
      other.start();
      Item _ = queue.take();
      other.join();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(other);
      Company.awaitSleep(worker);
      Trade.offer(queue, 1);
      Trade.offer(queue, 2);
    }
  }

  /*
    Two threads wait for an item, two items come at once: do both get one? Each put releases one of
    those who stand in line; the end would have to release more. This worker ends only after the other
    one has.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.ClosableTwoTakers
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class ClosableTwoTakers {

    private final Channel<Item> queue = QueueKind.CLOSABLE.create(2);
    private final Thread other = Company.of(queue::take);

    @Actor
    public void worker() throws InterruptedException {
      other.start();
      Item _ = queue.take();
      other.join();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(other);
      Company.awaitSleep(worker);
      Trade.offer(queue, 1);
      Trade.offer(queue, 2);
    }
  }

  /*
    Two threads wait for an item. One comes, for the first of them, and at the same moment the first
    is interrupted: is the second woken instead? await passes on the signal, or takes the item after
    all (API of Condition). A first that has the item puts it back, so the worker always ends.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.ConditionInterrupted
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CONDITION")
  @State
  public static class ConditionInterrupted {

    private final Channel<Item> queue = QueueKind.CONDITION.create(2);
    private final Thread first = Company.returning(queue);

    @Actor
    public void worker() throws InterruptedException {
      first.start();
      Company.awaitSleep(first);
      Item _ = queue.take();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(first);
      Company.awaitSleep(worker);
      Trade.offer(queue, 1);
      first.interrupt();
    }
  }

  /*
    Two threads wait for an item. One comes, for the first of them, and at the same moment the first
    is interrupted: is the second woken instead? Who was chosen stays chosen: it takes the item and
    stays interrupted. A first that has the item puts it back, so the worker always ends.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.JoinableInterrupted
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class JoinableInterrupted {

    private final Channel<Item> queue = QueueKind.JOINABLE.create(2);
    private final Thread first = Company.returning(queue);

    @Actor
    public void worker() throws InterruptedException {
      first.start();
      Company.awaitSleep(first);
      Item _ = queue.take();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(first);
      Company.awaitSleep(worker);
      Trade.offer(queue, 1);
      first.interrupt();
    }
  }

  /*
    Two threads wait for an item. One comes, for the first of them, and at the same moment the first
    is interrupted: is the second woken instead? Either the interrupt comes first and the next in line
    is chosen, or the item is taken. A first that has the item puts it back, so the worker always
    ends.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.ClosableInterrupted
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class ClosableInterrupted {

    private final Channel<Item> queue = QueueKind.CLOSABLE.create(2);
    private final Thread first = Company.returning(queue);

    @Actor
    public void worker() throws InterruptedException {
      first.start();
      Company.awaitSleep(first);
      Item _ = queue.take();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(first);
      Company.awaitSleep(worker);
      Trade.offer(queue, 1);
      first.interrupt();
    }
  }

  /*
    A thread joins, another one finishes the last item: does the join end?

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.JoinReleased
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class JoinReleased {

    private final JoinableQueue<Item> queue = new JoinableQueue<>(2);

    public JoinReleased() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void worker() throws InterruptedException {
      queue.join();
    }

    @Signal
    public void signal(Thread worker) {
      Item _ = queue.poll();
      queue.taskDone();
    }
  }

  /*
    Two threads join, and the last item is finished: the end of the work is for all who wait for it,
    not for one. This worker ends only after the other one has.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.TwoJoinersReleased
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:JOINABLE")
  @State
  public static class TwoJoinersReleased {

    private final JoinableQueue<Item> queue = new JoinableQueue<>(2);
    private final Thread other = Company.of(queue::join);

    public TwoJoinersReleased() {
      Trade.offer(queue, 1);
    }

    @Actor
    public void worker() throws InterruptedException {
      other.start();
      queue.join();
      other.join();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(other);
      Company.awaitSleep(worker);
      Item _ = queue.poll();
      queue.taskDone();
    }
  }

  /*
    A consumer waits for items, and the queue is closed: does it end? The sentinel is an item that
    wakes it like any other.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.SentinelClose
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class SentinelClose {

    private final ClosableQueue<Item> queue = new ClosableQueue<>(2);

    @Actor
    public void worker() throws InterruptedException {
      queue.forEach(_ -> {});
    }

    @Signal
    public void signal(Thread worker) {
      queue.close();
    }
  }

  /*
    A producer waits for room, and the queue is closed: nothing may be put behind a sentinel, so the
    producer is told, instead of waiting for room that it could not use.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.ProducerRefused
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class ProducerRefused {

    private final ClosableQueue<Item> queue = new ClosableQueue<>(1);

    public ProducerRefused() {
      Trade.offer(queue, 0);
    }

    @Actor
    public void worker() throws InterruptedException {
      try {
        queue.put(new Item(1));
      } catch (QueueClosedException refused) {
        return;
      }
      throw new IllegalStateException("there was no room for this item");
    }

    @Signal
    public void signal(Thread worker) {
      queue.close();
    }
  }

  /*
    Two consumers, two closes: each consumer ends at a sentinel of its own. With one sentinel for both
    the first would take it away from the second.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t QueueWaits.TwoSentinels
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "queue:CLOSABLE")
  @State
  public static class TwoSentinels {

    private final ClosableQueue<Item> queue = new ClosableQueue<>(2);
    private final Thread other = Company.of(() -> queue.forEach(_ -> {}));

    @Actor
    public void worker() throws InterruptedException {
      other.start();
      queue.forEach(_ -> {});
      other.join();
    }

    @Signal
    public void signal(Thread worker) {
      Company.awaitSleep(other);
      Company.awaitSleep(worker);
      queue.close();
      queue.close();
    }
  }
}
