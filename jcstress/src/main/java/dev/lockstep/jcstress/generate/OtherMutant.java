/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in futures and groups of tasks. */
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
  COMPLETED_ASKS_ONCE(
      Shipped.TASK_GROUP,
      "an iteration does not ask again for a task that has ended when it wakes up",
      "while (next == ended.size()) {",
      "if (next == ended.size()) {"),
  ENDS_WITH_THE_ENDED(
      Shipped.TASK_GROUP,
      "an iteration is over when all tasks that have ended were given out",
      "return next < started.size();",
      "return next < ended.size();"),
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
  GROUP_ASKS_ONCE_IN_TIME(
      Shipped.TASK_GROUP,
      "a thread that waits for a time does not ask again when it wakes up",
      "while (!isSo(until) && left > 0) {",
      "if (!isSo(until) && left > 0) {"),
  GROUP_TIME_ANEW(
      Shipped.TASK_GROUP,
      "counts its time anew whenever it wakes up",
      "left = oneMoreEnded.awaitNanos(left);",
      "left = oneMoreEnded.awaitNanos(left) <= 0 ? 0 : TimeUnit.NANOSECONDS.convert(timeout);"),
  INTERRUPTED_LATE(
      Shipped.TASK_GROUP,
      "looks for the thread under one hold of the monitor and interrupts it under the next",
      "boolean never; synchronized (this) {",
      "boolean never; Thread target; synchronized (this) {",
      Text.INTERRUPT,
      "target = mayInterruptIfRunning && !interrupted ? runner : null;"
          + " interrupted |= target != null; }"
          + " synchronized (this) { if (target != null) { target.interrupt(); } }"),
  INTERRUPTED_LATER(
      Shipped.TASK_GROUP,
      "gives the monitor back, pauses and then interrupts the thread",
      "boolean never; synchronized (this) {",
      "boolean never; Thread target; synchronized (this) {",
      Text.INTERRUPT,
      "target = mayInterruptIfRunning && !interrupted ? runner : null;"
          + " interrupted |= target != null; }"
          + " if (target != null) { dev.lockstep.jcstress.watch.Spin.times(2_000);"
          + " target.interrupt(); }"),
  TELLS_AT_THE_END(
      Shipped.TASK_GROUP,
      "wakes those that wait for the group when its last task has ended",
      "oneMoreEnded.signalAll();",
      "if (ended.size() == started.size()) { oneMoreEnded.signalAll(); }"),
  TELLS_ONE(
      Shipped.TASK_GROUP,
      "wakes one of the threads that wait for the group",
      "oneMoreEnded.signalAll();",
      "oneMoreEnded.signal();");

  private interface Text {
    String INTERRUPT =
        "if (mayInterruptIfRunning && runner != null && !interrupted) { interrupted = true;"
            + " runner.interrupt(); } }";
  }

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
