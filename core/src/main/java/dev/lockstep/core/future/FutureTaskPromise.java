/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A {@link FutureTask}: to complete it is to run its body. A task that runs can be cancelled: its
 * body goes on to the end in vain, so a completion and a cancellation at the same time may both
 * return true, never both false. To cancel again returns false ({@link FutureTask#cancel}).
 */
public final class FutureTaskPromise implements Promise {

  private final FutureTask<Integer> task = new FutureTask<>(this::body);

  // Of the completing thread alone, in which the body runs too.
  private int value;
  private boolean ran;

  private Integer body() {
    ran = true;
    return value;
  }

  /**
   * Runs the body with this value.
   *
   * @return whether it ran, which does not say that the value is kept
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
