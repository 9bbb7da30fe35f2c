/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

/**
 * A volatile reference: the write of the number happens-before that of the reference, and that one
 * happens-before every read which sees it (JLS 17.4.5), so the number is there.
 */
public final class VolatilePublication implements Publication {

  private volatile Result result;

  @Override
  public void publish(int number) {
    result = Result.of(number);
  }

  @Override
  public int read() {
    return Result.numberOf(result);
  }
}
