/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.lock;

import dev.lockstep.core.Construct;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/**
 * The family of locks: to add one, write its class and name it here.
 *
 * <p>A lock promises that of several threads no more than one has it, that a thread to which {@link
 * Lock#tryLock()} refuses it goes on at once, and that one that gets it sees all that was written
 * before the unlock preceding it (API of {@link Lock}, "Memory Synchronization"). What a question
 * such as {@link ReentrantLock#isLocked()} answers is old by the time it is read: only the attempt
 * itself can tell.
 */
public enum LockKind implements Construct {

  /** Re-entrant, owned by a thread. */
  REENTRANT_LOCK("bare ReentrantLock", ReentrantLock::new),

  /**
   * As {@link #REENTRANT_LOCK}, but waiting threads get it in order. {@link
   * ReentrantLock#tryLock()} overtakes them all the same.
   */
  REENTRANT_LOCK_FAIR("bare ReentrantLock (fair)", () -> new ReentrantLock(true)),

  /** Re-entrant, owned by a thread, excludes readers too. */
  WRITE_LOCK("bare WriteLock", () -> new ReentrantReadWriteLock().writeLock()),

  /** Not re-entrant, no owner. */
  STAMPED_LOCK("bare StampedLock", () -> new StampedLock().asWriteLock()),

  /**
   * Not re-entrant, no owner: the closest counterpart of Python's {@code threading.Lock}, which
   * {@link #REENTRANT_LOCK} is not.
   */
  SEMAPHORE("bare Semaphore", SemaphoreLock::new),

  /** Not re-entrant, no owner. */
  SPIN_LOCK("bare SpinLock", SpinLock::new),

  /** Not re-entrant, no owner; spinning threads get it in order, and nobody overtakes. */
  TICKET_LOCK("bare TicketLock", TicketLock::new),

  /** As {@link #TICKET_LOCK}, and each spins on a word of its own. */
  MCS_LOCK("bare McsLock", McsLock::new);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Lock> factory;

  LockKind(String label, Supplier<Lock> factory) {
    this.label = label;
    this.factory = factory;
  }

  /** A new lock of this kind, held by no thread. */
  public Lock create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "lock";
  }

  @Override
  public LockKind baseline() {
    return REENTRANT_LOCK;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACT;
  }
}
