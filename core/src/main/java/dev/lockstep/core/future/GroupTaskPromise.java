/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import java.util.concurrent.ExecutionException;

/**
 * The future of a task in a {@link TaskGroup}: to complete it is to do its work. As with a {@code
 * FutureTask}, a completion and a cancellation at the same time may both return true, never both
 * false; but {@link #get} throws only when the cancelled work has ended. To cancel again returns
 * false.
 */
public final class GroupTaskPromise implements Promise {

  private final GroupTask<Integer> task = new GroupTask<>(this::body, GroupTask::open);

  // Of the completing thread alone, in which the body runs too.
  private int value;
  private boolean ran;

  private Integer body() {
    ran = true;
    return value;
  }

  /**
   * Does the work with this value.
   *
   * @return whether it was done, which does not say that the value is kept
   */
  @Override
  public boolean complete(int value) {
    this.value = value;
    ran = false;
    task.run();
    return ran;
  }

  @Override
  public boolean cancel() {
    return task.cancel(false);
  }

  @Override
  public int get() throws InterruptedException, ExecutionException {
    return task.get();
  }
}
