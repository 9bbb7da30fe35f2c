/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.rwlock;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Readers that may be inside together, and writers, each of them alone.
 *
 * <p>A read sees all that earlier writes have written, and of no write a part. It must change
 * nothing and bear to be run more than once: an optimistic one may meet a writer, is then of no
 * account, and is done again.
 */
public interface ReadWrite {

  /** Reads, after waiting for a writer that is inside. Returns what the read that counts saw. */
  long read(LongSupplier body);

  /**
   * Reads if no writer is inside.
   *
   * @return whether it did
   */
  boolean tryRead(Runnable body);

  /** Writes, after waiting until nobody else is inside. */
  void write(Runnable body);

  /** Writes and then reads, and lets no other writer in between. Returns what it read. */
  long writeThenRead(Runnable write, LongSupplier read);

  /**
   * Reads, and then writes what follows from it, if no other writer can come in between and nobody
   * need be waited for.
   *
   * @param write is given what was read
   * @return whether it did; otherwise nothing has changed
   */
  boolean readThenWrite(LongSupplier read, LongConsumer write);
}
