/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

/** What one sample of a stress test costs, and so how many a plan can ask for. */
public enum Pace {
  /** Nanoseconds: the actors run through. */
  ACCESS,
  /** Microseconds: an actor waits for the other one, or for threads that it hands work to. */
  BLOCKING,
  /** The same with a thread that has to be woken, which takes longest of all. */
  WAKING,
  /** A millisecond, since jcstress starts a thread for each; 30 seconds if that thread stays. */
  TERMINATION;

  /** Whether threads sleep or are started, so that CPUs and strides mean little. */
  public boolean blocks() {
    return this == BLOCKING || this == WAKING;
  }
}
