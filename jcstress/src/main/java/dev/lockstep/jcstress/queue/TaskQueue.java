/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.JoinableQueue;
import java.time.Duration;

/** What {@link JoinableQueue} and its mutants have in common. */
public interface TaskQueue<T> {

  void put(T item) throws InterruptedException;

  T take() throws InterruptedException;

  void taskDone();

  void join() throws InterruptedException;

  boolean join(Duration timeout) throws InterruptedException;
}
