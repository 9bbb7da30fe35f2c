/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of publications: to add one, write its class and name it here. */
public enum PublicationKind implements Construct {
  PLAIN("plain reference", RACY, PlainPublication::new),
  OPAQUE("opaque reference", RACY, OpaquePublication::new),
  FINAL_FIELD("final field", EXACT, FinalFieldPublication::new),
  RELEASE_ACQUIRE("release and acquire", EXACT, ReleaseAcquirePublication::new),
  VOLATILE("volatile reference", EXACT, VolatilePublication::new),
  SYNCHRONIZED("synchronized reference", EXACT, SynchronizedPublication::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Publication> factory;

  PublicationKind(String label, Guarantee guarantee, Supplier<Publication> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new publication of this kind, with nothing published. */
  public Publication create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "publication";
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
