/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import dev.lockstep.core.future.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** A group of tasks behind the face that its mutants have, too. */
public record GroupOfTasks(TaskGroup<Integer> group) implements Group {

  /** An empty group. */
  public GroupOfTasks() {
    this(new TaskGroup<>());
  }

  /** An empty group whose tasks run on threads of this factory. */
  public GroupOfTasks(ThreadFactory factory) {
    this(new TaskGroup<>(factory));
  }

  @Override
  public Future<Integer> start(Callable<Integer> work) {
    return group.start(work);
  }

  /** Returns when all have ended, or one has failed. */
  @Override
  public void awaitAll() throws InterruptedException {
    try {
      List<Integer> _ = group.gather();
    } catch (ExecutionException failed) {
      return;
    }
  }

  @Override
  public boolean allEndWithin(Duration timeout) {
    try {
      return group.await(TaskGroup.Until.ALL_COMPLETED, timeout).pending().isEmpty();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this thread", e);
    }
  }

  @Override
  public List<Future<Integer>> inOrderOfEnd() {
    List<Future<Integer>> all = new ArrayList<>();
    group.asCompleted().forEach(all::add);
    return all;
  }

  @Override
  public Future<Integer> firstToEnd() {
    return group.asCompleted().iterator().next();
  }

  @Override
  public void close() {
    group.close();
  }
}
