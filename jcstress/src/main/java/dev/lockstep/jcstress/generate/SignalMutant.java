/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in signals, gates and semaphores. */
enum SignalMutant implements Mutant {
  ASKS_ONCE(
      Shipped.CONDITION_SIGNAL,
      "does not ask again when it wakes up",
      "while (!sent) {",
      "if (!sent) {"),
  ASKS_ONCE_EVENT(
      Shipped.EVENT_SIGNAL,
      "does not ask again when it wakes up",
      "while (!flag && sets == before) { wasSet.await(); }",
      "if (!flag) { wasSet.await(); }"),
  CLEARED_INTERRUPT(
      Shipped.INTERRUPT,
      "clears the interrupt that came before the wait",
      "while (!Thread.currentThread().isInterrupted()) {",
      "boolean _ = Thread.interrupted(); while (!Thread.currentThread().isInterrupted()) {"),
  GENERATION_OF_TWO(
      Shipped.EVENT_GATE, "counts how often it was set up to two", "sets++;", "sets ^= 1;"),
  LOOK_BEFORE_LOCK(
      Shipped.CONDITION_SIGNAL,
      "looks at the field before it has the lock, and not again",
      "lock.lockInterruptibly(); try { while (!sent) { changed.await(); }",
      "if (sent) { return; } lock.lockInterruptibly(); try { changed.await();"),
  LOOK_PAUSE_BEFORE_LOCK(
      Shipped.CONDITION_SIGNAL,
      "looks at the field, pauses, and does not look again when it has the lock",
      "lock.lockInterruptibly(); try { while (!sent) { changed.await(); }",
      """
      if (sent) {
        return;
      }
      dev.lockstep.jcstress.watch.Spin.times(50);
      lock.lockInterruptibly();
      try {
        changed.await();
      """),
  MISSED_NOTIFY(
      Shipped.MONITOR,
      "waits without looking whether the signal was sent before",
      "while (!sent) { wait(); }",
      "wait();"),
  ONE_PARTY(
      Shipped.BARRIER,
      "the barrier is for one thread",
      "new CyclicBarrier(2)",
      "new CyclicBarrier(1)"),
  ONE_THROUGH(
      Shipped.PAUSE_SIGNAL,
      "opening the gate lets one of those who wait through",
      "wasSet.signalAll();",
      "wasSet.signal();"),
  OPEN_GATE(
      Shipped.PAUSE_SIGNAL,
      "the gate is open while it should be paused",
      "boolean _ = gate.pause();",
      ""),
  OPEN_LATCH(
      Shipped.LATCH,
      "the latch is open from the start",
      "new CountDownLatch(1)",
      "new CountDownLatch(0)"),
  SIGNAL_ONE(
      Shipped.EVENT_SIGNAL,
      "wakes one of the waiting threads",
      "wasSet.signalAll();",
      "wasSet.signal();"),
  SILENT_SEND(Shipped.MONITOR, "the signal is kept, and nobody is woken", "notifyAll();", ""),
  SPARE_PERMIT(
      Shipped.SEMAPHORE_SIGNAL,
      "the semaphore begins with a permit",
      "new Semaphore(0)",
      "new Semaphore(1)"),
  // HotSpot gives few such returns: a stress test may well never see one, a model checker tries
  // them all.
  UNCHECKED_PARK(
      Shipped.PARK, "takes any return of park for the signal", "while (!sent) {", "if (!sent) {"),
  UNPARK_FIRST(
      Shipped.PARK,
      "wakes the waiting thread before the field is set",
      "sent = true; LockSupport.unpark(waiter);",
      "LockSupport.unpark(waiter); sent = true;"),
  UNWAITED_FUTURE(
      Shipped.FUTURE,
      "asks for the value that is there instead of waiting for it",
      "try { Void _ = future.get(); } catch (ExecutionException e) { throw new"
          + " IllegalStateException(\"nobody completes this future exceptionally\", e); }",
      "Void _ = future.getNow(null);"),

  FORGETFUL(
      Shipped.EVENT_GATE,
      "a waiting thread asks for nothing but an open gate when it is woken",
      "while (!flag && sets == before) { wasSet.await();",
      "while (!flag) { wasSet.await();"),
  FORGETFUL_IN_TIME(
      Shipped.EVENT_GATE,
      "a thread that waits for a time asks for nothing but an open gate when it is woken",
      "while (!flag && sets == before) { if (left <= 0) {",
      "while (!flag) { if (left <= 0) {"),
  GIVES_UP_AT_ONCE(
      Shipped.EVENT_GATE,
      "leaves when its time is over, though the gate was opened before",
      "left = wasSet.awaitNanos(left);",
      "left = wasSet.awaitNanos(left); if (left <= 0) { return false; }"),

  CLEAR_COUNTS(
      Shipped.EVENT_GATE,
      "counts a clear as if the gate had been opened",
      "boolean before = flag; flag = false;",
      "boolean before = flag; flag = false; sets++;"),
  ASKS_ONCE_IN_TIME(
      Shipped.EVENT_GATE,
      "a thread that waits for a time does not ask again when it wakes up",
      "while (!flag && sets == before) { if (left <= 0) {",
      "if (!flag) { if (left <= 0) {"),
  GATE_TIME_ANEW(
      Shipped.EVENT_GATE,
      "counts its time anew whenever it wakes up",
      "left = wasSet.awaitNanos(left);",
      "left = wasSet.awaitNanos(left) <= 0 ? 0 : TimeUnit.NANOSECONDS.convert(timeout);"),

  CHECK_THEN_RELEASE(
      Shipped.SEMAPHORE_FACE,
      "looks whether a permit is taken and then gives it back, in two steps",
      "if (compareAndSetState(before, before + 1)) { return true; }",
      "setState(before + 1); return true;"),
  CHECK_PAUSE_RELEASE(
      Shipped.SEMAPHORE_FACE,
      "looks whether a permit is taken, pauses and then gives it back",
      "if (compareAndSetState(before, before + 1)) { return true; }",
      "dev.lockstep.jcstress.watch.Spin.times(50); setState(before + 1); return true;"),
  SILENT_RELEASE(
      Shipped.SEMAPHORE_FACE,
      "gives the permit back without waking a thread that waits for it",
      "if (compareAndSetState(before, before + 1)) { return true; }",
      "if (compareAndSetState(before, before + 1)) { return false; }"),

  FORGETS_WHO_WAITS(
      Shipped.PERMITS,
      "gives a permit back without waking a thread that waits for it",
      "if (compareAndSetState(before, before + 1)) { return true; }",
      "if (compareAndSetState(before, before + 1)) { return false; }"),
  KEEPS_WHEN_INTERRUPTED(
      Shipped.PERMITS,
      "a thread that is interrupted within its time takes a permit along if one is free",
      "return free.tryAcquireSharedNanos(1, TimeUnit.NANOSECONDS.convert(timeout));",
      "try { return free.tryAcquireSharedNanos(1, TimeUnit.NANOSECONDS.convert(timeout)); }"
          + " catch (InterruptedException e) { boolean _ = tryAcquire(); throw e; }"),
  INTERRUPTED_TAKER(
      Shipped.PERMITS,
      "a thread that is interrupted while it waits takes a permit along if one is free",
      "free.acquireSharedInterruptibly(1);",
      "try { free.acquireSharedInterruptibly(1); } catch (InterruptedException e) {"
          + " boolean _ = tryAcquire(); throw e; }"),
  LATE_PERMIT(
      Shipped.PERMITS,
      "takes a permit when the time is over, and says that it did not",
      "return free.tryAcquireSharedNanos(1, TimeUnit.NANOSECONDS.convert(timeout));",
      "long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);"
          + " return free.tryAcquireSharedNanos(1, TimeUnit.NANOSECONDS.convert(timeout))"
          + " && System.nanoTime() < end;"),
  PERMIT_FROM_NOWHERE(
      Shipped.PERMITS,
      "gives back what it never had when its time is over",
      "return free.tryAcquireSharedNanos(1, TimeUnit.NANOSECONDS.convert(timeout));",
      "boolean taken = free.tryAcquireSharedNanos(1, TimeUnit.NANOSECONDS.convert(timeout));"
          + " if (!taken) { release(); } return taken;"),
  REFUSED_BY_ANOTHER(
      Shipped.PERMITS,
      "says that no permit is free when another thread takes or gives one at that moment",
      "if (left < 0 || compareAndSetState(before, left)) { return left; }",
      "return left < 0 || compareAndSetState(before, left) ? left : -1;"),
  TAKE_IN_TWO_STEPS(
      Shipped.PERMITS,
      "looks whether a permit is free and then takes it, in two steps",
      "if (left < 0 || compareAndSetState(before, left)) { return left; }",
      "if (left >= 0) { setState(left); } return left;"),
  TAKE_IN_TWO_SLOW_STEPS(
      Shipped.PERMITS,
      "looks whether a permit is free, pauses and then takes it",
      "if (left < 0 || compareAndSetState(before, left)) { return left; }",
      """
      if (left >= 0) {
        dev.lockstep.jcstress.watch.Spin.times(50);
        setState(left);
      }
      return left;
      """);

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  SignalMutant(Shipped shipped, String bug, String from, String to) {
    change = Change.of(shipped, bug, from, to);
  }

  @Override
  public Change change() {
    return change;
  }
}
