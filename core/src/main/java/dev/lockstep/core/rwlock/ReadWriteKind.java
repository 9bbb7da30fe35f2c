/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.rwlock;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of locks for readers and writers: to add one, write its class and name it here. */
public enum ReadWriteKind implements Construct {

  /** Re-entrant, owned by threads. A writer may overtake, and may wait long. */
  REENTRANT("ReentrantReadWriteLock", () -> new ReentrantReadWrite(false)),

  /** As {@link #REENTRANT}, in the order of arrival. */
  REENTRANT_FAIR("ReentrantReadWriteLock (fair)", () -> new ReentrantReadWrite(true)),

  /** Not re-entrant, no owner; can be converted. */
  STAMPED("StampedLock", StampedReadWrite::new),

  /** As {@link #STAMPED}, and readers take nothing while nobody writes. */
  OPTIMISTIC("StampedLock.tryOptimisticRead", OptimisticReadWrite::new);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<ReadWrite> factory;

  ReadWriteKind(String label, Supplier<ReadWrite> factory) {
    this.label = label;
    this.factory = factory;
  }

  /** A new lock of this kind, held by no thread. */
  public ReadWrite create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "rwlock";
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
