/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.unit;

/** The whole program of another JVM: the least that one can be started for. */
final class Nothing {

  private Nothing() {}

  /** Called by the launcher. */
  public static void main(String[] arguments) {
    // It ends by itself, with status 0.
  }
}
