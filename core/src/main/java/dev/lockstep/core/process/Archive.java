/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/** What a worker's JVM finds prepared when it starts, beside the JDK's own archive. */
public enum Archive {
  /** Nothing: only the JDK's own archive of platform classes, which every JVM uses. */
  NONE;

  /** The one that makes workers start fastest. */
  public static final Archive BEST = NONE;
}
