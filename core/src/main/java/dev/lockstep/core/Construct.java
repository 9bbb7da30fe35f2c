/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

/**
 * Something that is judged: it owes a proof and has a price. Implemented by the kind enums, so that
 * one constant is construct, factory and benchmark parameter in one.
 */
public interface Construct {

  /** What a construct promises to threads that update it at the same time. */
  enum Guarantee {
    /** No update is lost, whatever the threads do. */
    EXACT,
    /** Updates may be lost; a run proves the race by showing it. */
    RACY
  }

  /** The family, in lower case: {@code counter}, {@code executor}. */
  String family();

  /** The name within the family: that of the enum constant. */
  String name();

  /** The identity that joins proofs, prices and reports, such as {@code counter:ATOMIC}. */
  default String id() {
    return family() + ":" + name();
  }

  /** The name for human readers, such as {@code ReentrantLock (fair)}. */
  String label();

  /** What the construct promises. */
  Guarantee guarantee();
}
