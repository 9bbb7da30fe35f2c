/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.queue.Channel;

/** What {@link dev.lockstep.core.queue.JoinableQueue} and its mutants have in common. */
public interface TaskQueue<T> extends Channel<T> {

  void taskDone();

  void join() throws InterruptedException;

  int unfinished();
}
