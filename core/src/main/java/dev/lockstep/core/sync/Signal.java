/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

/**
 * One thread waits until another says so, once. It does not matter which of them comes first: a
 * signal that is sent before the wait is not lost. A signal cannot be used again; for one that can
 * see {@link Event}.
 *
 * <p>In every kind but {@link SyncKind#PLAIN_FLAG} a waiting thread gets the signal. In every kind
 * but that one and {@link SyncKind#OPAQUE_FLAG} also what the sender did before {@link #send}
 * happens-before the return of {@link #await}.
 */
public interface Signal {

  /**
   * Waits, spinning or blocked as the kind has it, until the signal is sent.
   *
   * @throws InterruptedException if a blocked thread is interrupted, its status then being cleared;
   *     a kind that spins is deaf to interrupts, and to two kinds the interrupt is the signal
   */
  void await() throws InterruptedException;

  /**
   * Sends the signal. Only {@link SyncKind#BARRIER} makes the sender wait too.
   *
   * @param waiter the thread that calls {@link #await}
   */
  void send(Thread waiter);
}
