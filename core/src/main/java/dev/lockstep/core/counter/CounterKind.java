/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of counters: to add one, write its class and name it here. */
public enum CounterKind implements Construct {
  UNLOCKED("plain int", RACY, UnlockedCounter::new),
  OPAQUE("opaque int", RACY, OpaqueCounter::new),
  VOLATILE("volatile int", RACY, VolatileCounter::new),
  SYNCHRONIZED("synchronized", EXACT, SynchronizedCounter::new),
  REENTRANT_LOCK("ReentrantLock", EXACT, () -> new ReentrantLockCounter(false)),
  REENTRANT_LOCK_FAIR("ReentrantLock (fair)", EXACT, () -> new ReentrantLockCounter(true)),
  WRITE_LOCK("ReentrantReadWriteLock.writeLock", EXACT, WriteLockCounter::new),
  STAMPED_LOCK("StampedLock.writeLock", EXACT, StampedLockCounter::new),
  SEMAPHORE("Semaphore(1)", EXACT, SemaphoreCounter::new),
  SPIN_LOCK("spin lock", EXACT, SpinLockCounter::new),
  TICKET_LOCK("ticket lock", EXACT, TicketLockCounter::new),
  MCS_LOCK("MCS queue lock", EXACT, McsLockCounter::new),
  ATOMIC("AtomicInteger.addAndGet", EXACT, AtomicCounter::new),
  GET_AND_ADD("VarHandle.getAndAdd", EXACT, GetAndAddCounter::new),
  CAS_LOOP("compare-and-set loop", EXACT, CasLoopCounter::new),
  ADDER("LongAdder", EXACT, AdderCounter::new),
  CONFINED("thread-confined cells", EXACT, ConfinedCounter::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Counter> factory;

  CounterKind(String label, Guarantee guarantee, Supplier<Counter> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new counter of this kind, at 0. */
  public Counter create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "counter";
  }

  @Override
  public CounterKind baseline() {
    return UNLOCKED;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return guarantee;
  }
}
