/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in locks that are handed over, shared or converted. */
enum LockMutant implements Mutant {
  CONVERTED_IN_TWO_STEPS(
      Shipped.STAMPED_READ_WRITE,
      "gives the read lock back and then takes the write lock",
      "long converted = lock.tryConvertToWriteLock(stamp);",
      "lock.unlockRead(stamp); long converted = lock.writeLock();"),
  DOWNGRADED_IN_TWO_STEPS(
      Shipped.REENTRANT_READ_WRITE,
      "gives the write lock back and then takes the read lock",
      Text.DOWNGRADE,
      "write.run(); } finally { lock.writeLock().unlock(); } lock.readLock().lock();"),
  DOWNGRADED_IN_TWO_SLOW_STEPS(
      Shipped.REENTRANT_READ_WRITE,
      "gives the write lock back, pauses and then takes the read lock",
      Text.DOWNGRADE,
      "write.run(); } finally { lock.writeLock().unlock(); }"
          + " dev.lockstep.jcstress.watch.Spin.times(50); lock.readLock().lock();"),
  NOT_VALIDATED(
      Shipped.OPTIMISTIC_READ_WRITE,
      "an optimistic read counts whether or not a writer was there",
      "if (lock.validate(stamp)) { return seen; }",
      "return seen;"),
  TRY_NOT_VALIDATED(
      Shipped.OPTIMISTIC_READ_WRITE,
      "an attempt to read counts whether or not a writer was there",
      "return lock.validate(stamp);",
      "return true;"),
  MCS_DEAF(
      Shipped.MCS_LOCK,
      "does not hear an interrupt while it waits",
      "boolean interrupted = Thread.interrupted();",
      "boolean interrupted = false;"),
  MCS_LEAVES_BLINDLY(
      Shipped.MCS_LOCK,
      "says that it has left without looking whether it was granted the lock",
      "boolean left = STATE.compareAndSet(node, State.WAITING, State.GIVEN_UP);",
      "node.state = State.GIVEN_UP; boolean left = true;"),
  MCS_LINKED_LATE(
      Shipped.MCS_LOCK,
      "the thread behind pauses before it links its node, and the unlock does not wait for it",
      "before.next = node;",
      "dev.lockstep.jcstress.watch.Spin.times(50); before.next = node;",
      Text.LINKED,
      Text.NOT_LINKED),
  MCS_SUCCESSOR_FORGOTTEN(
      Shipped.MCS_LOCK,
      "the unlock does not wait for a thread that is about to link its node",
      Text.LINKED,
      Text.NOT_LINKED),
  MCS_TRY_IN_TWO_STEPS(
      Shipped.MCS_LOCK,
      "looks whether the queue is empty and then makes its node the last, in two steps",
      "if (!LAST.compareAndSet(this, null, node)) { return false; }",
      "last = node;",
      // Two threads that hold it give it back twice, and neither is linked to the other.
      "if (node == null) {",
      "if (node == null) { return; } if (false) {",
      Text.LINKED,
      Text.NOT_LINKED),
  TICKET_DEAF(
      Shipped.TICKET_LOCK,
      "does not hear an interrupt while it waits",
      "if (Thread.interrupted()) { if (!leaves(ticket)) {",
      "if (false) { if (!leaves(ticket)) {"),
  TICKET_UNGUARDED(
      Shipped.TICKET_LOCK,
      "does not look whether anybody holds the lock when it is given back",
      "if (ticket == next) {",
      "if (false) {"),
  TICKET_FORGOTTEN(
      Shipped.TICKET_LOCK,
      "a thread that gives up leaves its ticket to be served to nobody",
      Text.LEAVES,
      "return true;"),
  TICKET_GIVEN_UP_BLINDLY(
      Shipped.TICKET_LOCK,
      "gives its ticket up without looking whether it is being served",
      Text.LEAVES,
      Text.GIVEN_UP),
  TICKET_GIVEN_UP_SLOWLY(
      Shipped.TICKET_LOCK,
      "pauses before it gives its ticket up, and does not look whether it is being served",
      Text.LEAVES,
      "dev.lockstep.jcstress.watch.Spin.times(50); " + Text.GIVEN_UP),
  TICKET_SERVED_LATE(
      Shipped.TICKET_LOCK,
      "serves a ticket by a release write, which may come after the look at who gave up",
      "private volatile int serving;",
      """
      private volatile int serving;

      private static final java.util.concurrent.atomic.AtomicIntegerFieldUpdater<TicketLock>
          SERVING =
              java.util.concurrent.atomic.AtomicIntegerFieldUpdater.newUpdater(
                  TicketLock.class, "serving");
      """,
      "serving = ++ticket;",
      "SERVING.lazySet(this, ++ticket);"),
  TICKET_TRY_IN_TWO_STEPS(
      Shipped.TICKET_LOCK,
      "looks whether its ticket would be served and then draws it, in two steps",
      "return next == now && NEXT.compareAndSet(this, now, now + 1);",
      "if (next == now) { next = now + 1; return true; } return false;",
      // Two threads that hold it give it back twice.
      "if (ticket == next) {",
      "if (false) {");

  private interface Text {
    String DOWNGRADE =
        "write.run(); lock.readLock().lock(); } finally { lock.writeLock().unlock(); }";
    String LEAVES =
        "someGaveUp = true; givenUp.add(ticket);"
            + " return serving != ticket || !givenUp.remove(ticket);";
    String GIVEN_UP = "someGaveUp = true; givenUp.add(ticket); return true;";
    String LINKED = "node = linkedBehind(node);";
    String NOT_LINKED = "node = node.next; if (node == null) { return; }";
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  LockMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
