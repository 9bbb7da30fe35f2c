/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.future.Group;
import dev.lockstep.jcstress.watch.VainWakeUp;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/** What threads call that start tasks in a group, wait for them, cancel them or close it. */
public final class GroupCalls {

  /** Makes threads that have something else to do after a task, as those of a pool. */
  static final ThreadFactory POOLED = Pooled::new;

  private final Group group = ObjectUnderTest.create(Group.class);
  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch firstSeen = new CountDownLatch(1);
  private Future<Integer> task;
  private Pooled runner;

  /** Runs a task, and then waits until nobody is about to interrupt it any more. */
  private static final class Pooled extends Thread {

    private final Runnable work;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private boolean hit;

    Pooled(Runnable work) {
      this.work = work;
      setDaemon(true);
    }

    @Override
    public void run() {
      work.run();
      boolean _ = Thread.interrupted(); // that was meant for the task
      try {
        cancelled.await();
      } catch (InterruptedException e) {
        hit = true;
      }
    }
  }

  /** Starts a task that waits until it is interrupted, unless it is refused. */
  public void startEndless() {
    try {
      task =
          group.start(
              () -> {
                never.await();
                return 1;
              });
    } catch (RejectedExecutionException closed) {
      // nothing is started then
    }
  }

  public void close() {
    group.close();
  }

  /** Whether a task is still there. */
  public boolean outlives() {
    return task != null && !task.isDone();
  }

  /** Starts a task that ends at once. */
  public void start() {
    task = group.start(() -> 1);
  }

  public void cancel() {
    boolean _ = task.cancel(true);
    boolean _ = task.cancel(true); // once more, of a task that may never have begun
  }

  /** Starts another one, and returns whether it is among the first two that have ended. */
  @SuppressWarnings("ReferenceEquality") // a future is equal to nothing but itself
  public boolean startAnother() {
    Future<Integer> second = group.start(() -> 2);
    return group.inOrderOfEnd().stream().anyMatch(ended -> ended == second);
  }

  /** Starts two tasks that end at once, and waits for both. */
  public void awaitTwo() throws InterruptedException {
    start();
    start();
    group.awaitAll();
  }

  public void awaitAll() throws InterruptedException {
    group.awaitAll();
  }

  /** Starts a task that ends at once and one that goes on until this thread has seen the first. */
  public void awaitFirst() {
    start();
    Future<Integer> _ =
        group.start(
            () -> {
              firstSeen.await();
              return 2;
            });
    Future<Integer> _ = group.firstToEnd();
    firstSeen.countDown();
  }

  /** Wakes those that wait for the group for no reason. */
  public void wakeInVain() {
    VainWakeUp.send(group);
  }

  /** Starts two tasks that end at once. */
  public void startTwoMore() {
    Future<Integer> _ = group.start(() -> 2);
    Future<Integer> _ = group.start(() -> 3);
  }

  /** The numbers of the tasks in the order in which they have ended. */
  public List<Integer> iterate() {
    return group.inOrderOfEnd().stream().map(Future::resultNow).toList();
  }

  /** Starts a task on a thread that has something else to do afterwards. */
  public void startPooled() {
    task =
        group.start(
            () -> {
              runner = (Pooled) Thread.currentThread();
              begun.countDown();
              return 1;
            });
  }

  /** Cancels the task that runs or has just ended; whether its thread was hit after the task. */
  public boolean cancelPooled() throws InterruptedException {
    begun.await();
    boolean _ = task.cancel(true);
    runner.cancelled.countDown();
    runner.join();
    return runner.hit;
  }
}
