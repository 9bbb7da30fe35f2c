/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.future.TaskGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/** What {@link TaskGroup} and its mutants have in common. */
public interface Group {

  Future<Integer> start(Callable<Integer> work);

  void awaitAll() throws InterruptedException;

  /** Waits for all tasks, but no longer than this; whether they have ended. */
  boolean allEndWithin(Duration timeout);

  /** Waits for all tasks, and returns them in the order in which they have ended. */
  List<Future<Integer>> inOrderOfEnd();

  /** Waits for a task that has ended, however many go on. */
  Future<Integer> firstToEnd();

  void close();

  /** The group whose tasks are of this kind. */
  static Group of(FutureKind kind) {
    return of(kind, Thread.ofVirtual().factory());
  }

  /** The same on threads of this factory. */
  static Group of(FutureKind kind, ThreadFactory threads) {
    if (kind != FutureKind.GROUP_TASK) {
      throw new IllegalArgumentException(kind + " has no group");
    }
    return new GroupOfTasks(new TaskGroup<>(threads));
  }
}
