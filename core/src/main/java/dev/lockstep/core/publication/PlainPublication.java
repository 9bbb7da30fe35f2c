/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

/**
 * A plain reference. Storing it and reading it are a data race (JLS 17.4.5): compiler and CPU may
 * let the reference out before all fields are written, or read a field before the reference. x86
 * does neither; there only the compiler can break it.
 */
public final class PlainPublication implements Publication {

  private Result result;

  @Override
  public void publish(int number) {
    result = Result.of(number);
  }

  @Override
  public int read() {
    return Result.numberOf(result);
  }
}
