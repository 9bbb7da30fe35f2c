/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

/**
 * A reference guarded by the monitor of its object: the unlock after the store happens-before the
 * lock of every later reader (JLS 17.4.5). The reader must lock too.
 */
public final class SynchronizedPublication implements Publication {

  private Result result;

  @Override
  public synchronized void publish(int number) {
    result = Result.of(number);
  }

  @Override
  public synchronized int read() {
    return Result.numberOf(result);
  }
}
