/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import java.util.Optional;

/**
 * Something that is judged: it owes a proof and has a price. Implemented by the kind enums, so that
 * one constant is construct, factory and benchmark parameter in one.
 */
public interface Construct {

  /** Whether threads that use a construct at the same time can rely on what its family promises. */
  enum Guarantee {
    /** It keeps the promise under every interleaving. */
    EXACT,
    /** It may break the promise; a run shows the race. */
    RACY,
    /** A function of its arguments alone: no other thread can break it, so it owes no proof. */
    PURE
  }

  /** The family, in lower case: that of the package, such as {@code counter}. */
  String family();

  /** The name within the family: that of the enum constant. */
  String name();

  /** The identity that joins proofs, prices and reports, such as {@code counter:ATOMIC}. */
  default String id() {
    return family() + ":" + name();
  }

  /** The name for human readers, such as {@code ReentrantLock (fair)}. */
  String label();

  /** The name of what a number of workers means to it; null if it has no workers. */
  default String scale() {
    return null;
  }

  /** The construct of the family that the cost of others is compared with; null without one. */
  default Construct baseline() {
    return null;
  }

  /** What the construct promises. */
  Guarantee guarantee();

  /** Why this JVM cannot have it: one sentence with the remedy. Empty if it can. */
  default Optional<String> unavailable() {
    return Optional.empty();
  }
}
