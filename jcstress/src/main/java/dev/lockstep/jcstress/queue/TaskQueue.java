/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

/** What {@link dev.lockstep.core.queue.JoinableQueue} and its mutants have in common. */
public interface TaskQueue<T> {

  void put(T item) throws InterruptedException;

  T take() throws InterruptedException;

  void taskDone();

  void join() throws InterruptedException;
}
