/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong with unfinished work and sentinels. */
enum TaskQueueMutant implements Mutant {
  CHECK_THEN_DONE(
      Shipped.JOINABLE_TASKS,
      "looks whether anything is unfinished before it has the lock, and not again",
      "public void taskDone() { takeLock.lock(); try { countDone(); }",
      """
      public void taskDone() {
        if (unfinished() == 0) {
          throw new IllegalStateException("more is done than was put");
        }
        takeLock.lock();
        try {
          dones++;
          if (dones >= puts) {
            allDone.signalAll();
          }
        }
      """),
  CHECK_THEN_DONE_SLOW(
      Shipped.JOINABLE_TASKS,
      "looks whether anything is unfinished, and counts long after",
      "public void taskDone() { takeLock.lock(); try { countDone(); }",
      """
      public void taskDone() {
        if (unfinished() == 0) {
          throw new IllegalStateException("more is done than was put");
        }
        dev.lockstep.jcstress.watch.Spin.times(5);
        takeLock.lock();
        try {
          dones++;
          if (dones >= puts) {
            allDone.signalAll();
          }
        }
      """),
  COUNT_AFTER_PUT(
      Shipped.JOINABLE_TASKS,
      "shows an item before it is counted",
      "boolean _ = awaitRoom(FOREVER); } append(item); } finally { putLock.unlock(); }",
      """
          boolean _ = awaitRoom(FOREVER);
        }
        incoming.addLast(item);
        notEmpty.signal();
      } finally {
        putLock.unlock();
      }
      putLock.lock();
      try {
        puts = puts + 1;
      } finally {
        putLock.unlock();
      }
      """),
  EMPTY_MEANS_DONE(
      Shipped.JOINABLE_TASKS,
      "takes an empty queue for one whose work is done",
      "while (dones < puts) { allDone.await();",
      "while (size() > 0) { allDone.await();"),
  JOIN_GIVES_UP(
      Shipped.JOINABLE_TASKS,
      "leaves a join when its time is over, though all was done before",
      "nanos = allDone.awaitNanos(nanos);",
      "nanos = allDone.awaitNanos(nanos); if (nanos <= 0) { return false; }"),
  JOIN_ASKS_ONCE(
      Shipped.JOINABLE_TASKS,
      "does not ask again whether all is done when a join wakes up",
      "while (dones < puts) { allDone.await();",
      "if (dones < puts) { allDone.await();"),
  JOIN_ASKS_ONCE_IN_TIME(
      Shipped.JOINABLE_TASKS,
      "does not ask again whether all is done when a join wakes up within its time",
      "while (dones < puts) { if (nanos <= 0) {",
      "if (dones < puts) { if (nanos <= 0) {"),
  JOIN_TIME_ANEW(
      Shipped.JOINABLE_TASKS,
      "counts the time of a join anew whenever it wakes up",
      "nanos = allDone.awaitNanos(nanos);",
      "nanos = allDone.awaitNanos(nanos) <= 0 ? 0 : TimeUnit.NANOSECONDS.convert(timeout);"),
  JOINS_WHAT_WAS_THERE(
      Shipped.JOINABLE_TASKS,
      "a join waits for the items that it found, and not for those that follow from them",
      "while (dones < puts) { allDone.await();",
      "long all = puts; while (dones < all) { allDone.await();",
      "dones++; if (dones == all) {",
      "dones++; if (dones > 0) {"),
  JOINED_TOO_LATE(
      Shipped.JOINABLE_TASKS,
      "looks for unfinished work before it has the lock, and not again before it waits",
      "takeLock.lockInterruptibly(); try { while (dones < puts) { allDone.await(); }",
      "boolean busy = unfinished() > 0; takeLock.lockInterruptibly(); try {"
          + " while (busy) { allDone.await(); busy = dones < puts; }"),
  SILENT_DONE(Shipped.JOINABLE_TASKS, "wakes nobody when all is done", "allDone.signalAll();", ""),
  TWO_STEP_DONE(
      Shipped.JOINABLE_TASKS,
      "reads the count and writes it back in two steps",
      "public void taskDone() { takeLock.lock(); try { countDone(); }",
      """
      public void taskDone() {
        int before = unfinished();
        if (before == 0) {
          throw new IllegalStateException("more is done than was put");
        }
        takeLock.lock();
        try {
          dones = puts - before + 1;
          if (dones == puts) {
            allDone.signalAll();
          }
        }
      """),
  WAKE_ONE_JOINER(
      Shipped.JOINABLE_TASKS,
      "wakes one of those who join",
      "allDone.signalAll();",
      "allDone.signal();"),

  CLOSE_IN_TWO_STEPS(
      Shipped.CLOSABLE_TASKS,
      "appends the sentinel under one hold of the lock and refuses items from the next on",
      "sentinels++; append(sentinel);",
      "append(sentinel); putLock.unlock(); putLock.lock(); sentinels++;"),
  DEAF_LOOP(
      Shipped.CLOSABLE_TASKS,
      "does not hear an interrupt while items are there",
      "if (Thread.interrupted()) { throw new InterruptedException(); } T item = remove();",
      "T item = remove();"),
  DONE_AT_THE_TAKE(
      Shipped.CLOSABLE_TASKS,
      "an item counts as done before it is worked on",
      "try { work.accept(itemOf(item)); } catch (Throwable t) { queue.taskDone(); throw t; }"
          + " item = queue.taskDoneAndTake();",
      "queue.taskDone(); work.accept(itemOf(item)); item = queue.take();"),
  FAILED_UNDONE(
      Shipped.CLOSABLE_TASKS,
      "an item whose work throws is never done",
      "queue.taskDone(); throw t;",
      "throw t;"),
  INTERRUPTED_UNDONE(
      Shipped.CLOSABLE_TASKS,
      "an item whose work was interrupted is never done",
      "countDone(); if (Thread.interrupted()) { throw new InterruptedException(); }",
      "if (Thread.interrupted()) { throw new InterruptedException(); } countDone();"),
  ONE_SENTINEL(
      Shipped.CLOSABLE_TASKS,
      "a second close adds no sentinel",
      "sentinels++; append(sentinel);",
      "if (sentinels++ == 0) { append(sentinel); }"),
  REFUSES_ONE(
      Shipped.CLOSABLE_TASKS,
      "wakes one of the producers that wait for room when it is closed",
      "notFull.signalAll();",
      "notFull.signal();"),
  SENTINEL_FIRST(
      Shipped.CLOSABLE_TASKS,
      "the sentinel overtakes what is in the queue",
      "sentinels++; append(sentinel);",
      "sentinels++; incoming.addFirst(sentinel); puts = puts + 1; notEmpty.signal();"),
  SENTINEL_UNDONE(
      Shipped.CLOSABLE_TASKS,
      "does not say that the sentinel is done",
      "item = queue.taskDoneAndTake(); } queue.taskDone();",
      "item = queue.taskDoneAndTake(); }"),
  SILENT_CLOSE(
      Shipped.CLOSABLE_TASKS,
      "wakes no consumer when it is closed",
      "sentinels++; append(sentinel);",
      "sentinels++; incoming.addLast(sentinel); puts = puts + 1;"),
  SILENT_REFUSAL(
      Shipped.CLOSABLE_TASKS,
      "forgets the producers that wait for room when it is closed",
      "notFull.signalAll();",
      "");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  TaskQueueMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
