/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in executors. */
enum ExecutorMutant implements Mutant {
  AWAITS_NOBODY(
      Shipped.QUEUE_WORKERS,
      "says that it has ended as soon as it is closed",
      "for (Thread worker : workers) {"
          + " TimeUnit.NANOSECONDS.timedJoin(worker, end - System.nanoTime()); }"
          + " return isTerminated();",
      "return isShutdown();"),
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
      "Runnable task = queue.poll(); if (task == null) { task = queue.take(); }"),

  CALLS_ASK_ONCE(
      Shipped.ASYNC_MAPPER,
      "does not ask again whether the last call has left when it wakes up",
      "while (!underWay.isEmpty()) { long left",
      "if (!underWay.isEmpty()) { long left"),
  LEAVES_AT_ONCE(
      Shipped.ASYNC_MAPPER,
      "a call whose time is over leaves its tasks behind without a word",
      "CompletableFuture<V> _ = tasks.whenComplete((_, _) -> left(call));",
      "left(call);"),
  LOOP_BEHIND_THE_END(
      Shipped.EVENT_LOOP,
      "looks whether it is stopped and queues the callback in two steps",
      "synchronized void callSoon(Runnable callback) {",
      "void callSoon(Runnable callback) {",
      // Made like the others, with a number of workers.
      "EventLoop loop = new EventLoop();",
      "EventLoop loop = new EventLoop(); EventLoopMapper(int one) {}"),
  PART_LOOKS_FIRST(
      Shipped.SPLIT_MAPPER,
      "a part of a task looks whether the call was stopped, and then says that it runs",
      "FutureTask<V> part = new FutureTask<>(work);",
      "boolean late = stopped.get(); FutureTask<V> part = new FutureTask<>(work);",
      "if (!stopped.get()) {",
      "if (!late) {"),

  PERMIT_LOST(
      Shipped.LIMITED_MAPPER,
      "a task that is interrupted takes its permit along",
      "try { return chunk.call(); } finally { permits.release(); }",
      "V outcome = chunk.call(); permits.release(); return outcome;"),
  PERMIT_TWICE(
      Shipped.LIMITED_MAPPER,
      "a task that is interrupted while it waits gives back a permit that it has not got",
      "permits.acquire(); try { return chunk.call();",
      "try { permits.acquire(); return chunk.call();");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  ExecutorMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
