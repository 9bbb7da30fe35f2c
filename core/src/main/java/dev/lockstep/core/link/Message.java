/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

/**
 * What is handed over, in either direction.
 *
 * @param failure what the work threw, or null
 */
record Message(int value, Throwable failure) {

  static Message of(int value) {
    return new Message(value, null);
  }

  static Message failed(Throwable failure) {
    return new Message(0, failure);
  }

  /** The answer of a party above the one that gave this. */
  Message plusOne() {
    return failure == null ? of(value + 1) : this;
  }

  int get() {
    if (failure != null) {
      throw new IllegalStateException("the work at the other end threw", failure);
    }
    return value;
  }
}
