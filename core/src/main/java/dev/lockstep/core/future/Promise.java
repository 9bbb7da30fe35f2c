/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/**
 * A value that one thread owes to others. It is completed or cancelled once and stays so; all
 * threads that get the value get the same. What the completing thread did before {@link #complete}
 * happens-before what follows {@link #get} (API of {@link java.util.concurrent.Future}, "Memory
 * consistency effects").
 *
 * <p>One thread completes; any thread may cancel or get, at any time.
 */
public interface Promise {

  /**
   * Completes this promise with a value.
   *
   * @return false if it was completed or cancelled before; {@link FutureKind#FUTURE_TASK} and
   *     {@link FutureKind#GROUP_TASK} may return true and be cancelled all the same
   */
  boolean complete(int value);

  /**
   * Cancels this promise. No thread is interrupted.
   *
   * @return false if it was completed before. Of several calls that come in time the first returns
   *     true; what the others return is up to the kind
   */
  boolean cancel();

  /**
   * Waits for the value.
   *
   * @throws CancellationException if this promise was cancelled
   * @throws ExecutionException if the value could not be computed
   * @throws InterruptedException if this thread is interrupted before or while it waits; its status
   *     is then cleared
   */
  int get() throws InterruptedException, ExecutionException;
}
