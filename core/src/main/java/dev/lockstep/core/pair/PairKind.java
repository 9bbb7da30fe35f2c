/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of pairs: to add one, write its class and name it here. */
public enum PairKind implements Construct {
  PLAIN("two plain fields", RACY, PlainPair::new),
  SYNCHRONIZED("two fields, synchronized", EXACT, SynchronizedPair::new),
  READ_WRITE_LOCK("two fields, ReentrantReadWriteLock", EXACT, ReadWriteLockPair::new),
  STAMPED_LOCK("two fields, StampedLock (optimistic read)", EXACT, StampedPair::new),
  SEQLOCK("two fields, seqlock", EXACT, Seqlock::new),
  SNAPSHOT("record behind a volatile reference", EXACT, SnapshotPair::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Pair> factory;

  PairKind(String label, Guarantee guarantee, Supplier<Pair> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new pair of this kind, of two zeros. */
  public Pair create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "pair";
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
