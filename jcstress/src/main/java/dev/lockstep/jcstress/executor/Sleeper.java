/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

/** Two sides of which one goes to sleep, behind a face that mutants have, too. */
public interface Sleeper {

  /** Announces a sleep and looks once more: whether there is a byte, and it does not sleep. */
  boolean seesByteBeforeSleep();

  /** Puts a byte: whether the other side has to be woken. */
  boolean putsAndMustRing();
}
