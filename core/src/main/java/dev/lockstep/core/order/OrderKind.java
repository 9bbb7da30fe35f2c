/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/**
 * The family of access modes and fences. What it promises is sequential consistency, as {@link
 * Cell} says; kinds that promise less are racy, and keep weaker promises that the stress tests name
 * one by one.
 */
public enum OrderKind implements Construct {
  PLAIN("plain access", RACY, PlainCell::new),
  OPAQUE("opaque access", RACY, OpaqueCell::new),
  RELEASE_ACQUIRE("release store, acquire load", RACY, ReleaseAcquireCell::new),
  RELEASE_ACQUIRE_FENCES("release and acquire fences", RACY, ReleaseAcquireFencesCell::new),
  VOLATILE("volatile access", EXACT, VolatileCell::new),
  FULL_FENCE("full fence", EXACT, FullFenceCell::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Cell> factory;

  OrderKind(String label, Guarantee guarantee, Supplier<Cell> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new cell of this kind, at 0. */
  public Cell create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "order";
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
