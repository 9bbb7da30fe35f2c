/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import dev.lockstep.core.future.TaskGroup;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/** A group of tasks behind the face that its mutants have, too. */
public record GroupOfTasks(TaskGroup<Integer> group) implements Group {

  /** An empty group. */
  public GroupOfTasks() {
    this(new TaskGroup<>());
  }

  @Override
  public Future<Integer> start(Callable<Integer> work) {
    return group.start(work);
  }

  @Override
  public void awaitAll() throws InterruptedException {
    var _ = group.await(TaskGroup.Until.ALL_COMPLETED);
  }

  @Override
  public void close() {
    group.close();
  }
}
