/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in futures, groups of tasks and workers. */
enum OtherMutant implements Mutant {
  OVERRIDING(
      Shipped.GROUP_TASK,
      "work that ends overrides the cancellation that came before",
      "if (decided == State.RUNNING) { decided = state;",
      "{ decided = state;"),

  BEGINS_CANCELLED(
      Shipped.TASK_GROUP,
      "work that was cancelled before it began begins nevertheless",
      "if (begun || decided == State.CANCELLED) {",
      "if (begun) {"),
  STARTED_TOO_LATE(
      Shipped.TASK_GROUP,
      "looks whether the group is closed before it has the lock, and not again",
      "lock.lock(); try { if (closed) { throw new RejectedExecutionException(\"start after"
          + " close\"); }",
      "if (closed) { throw new RejectedExecutionException(\"start after close\"); }"
          + " lock.lock(); try {"),
  ENDS_AT_EVERY_CANCEL(
      Shipped.TASK_GROUP,
      "each cancel of work that has not begun ends it",
      "never = now && !begun;",
      "never = !begun;"),
  GATHER_ASKS_ONCE(
      Shipped.TASK_GROUP,
      "does not ask again whether all have ended when it wakes up",
      "while (firstNotSucceeded == null && ended.size() < started.size()) {",
      "if (firstNotSucceeded == null && ended.size() < started.size()) {"),
  TELLS_ONE(
      Shipped.TASK_GROUP,
      "wakes one of the threads that wait for the group",
      "oneMoreEnded.signalAll();",
      "oneMoreEnded.signal();"),

  BEHIND_THE_END(
      Shipped.QUEUE_WORKERS,
      "looks whether it is closed and queues the task in two steps",
      "public synchronized void execute(Runnable task) {",
      "public void execute(Runnable task) {"),
  BEHIND_THE_END_SLOW(
      Shipped.QUEUE_WORKERS,
      "looks whether it is closed, pauses and then queues the task",
      "public synchronized void execute(Runnable task) {",
      "public void execute(Runnable task) {",
      "queue.add(task);",
      "dev.lockstep.jcstress.watch.Spin.times(50); queue.add(task);"),
  STAYS_INTERRUPTED(
      Shipped.QUEUE_WORKERS,
      "a worker takes the interrupt of one task along to the next",
      "Thread.interrupted(); // an interrupt was meant for the task",
      "",
      // To wait for a task would clear it, too.
      "Runnable task = queue.take();",
      "Runnable task = queue.poll(); if (task == null) { task = queue.take(); }");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  OtherMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
