/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.future.Group;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

/** What threads call that start tasks in a group, wait for them, cancel them or close it. */
public final class GroupCalls {

  private final Group group = ObjectUnderTest.create(Group.class);
  private final CountDownLatch never = new CountDownLatch(1);
  private Future<Integer> task;

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
}
