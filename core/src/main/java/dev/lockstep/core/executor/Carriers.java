/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

/** The platform threads that carry this JVM's virtual threads. */
public final class Carriers {

  private static final String SCHEDULER = "jdk.virtualThreadScheduler.";

  private Carriers() {}

  /**
   * How many virtual threads can run at one time, as the system properties of the scheduler say
   * (API of {@link Thread}, "Virtual threads"): as many as processors, unless set otherwise.
   */
  public static int count() {
    int parallelism =
        Integer.getInteger(SCHEDULER + "parallelism", Runtime.getRuntime().availableProcessors());
    return Math.min(parallelism, Integer.getInteger(SCHEDULER + "maxPoolSize", parallelism));
  }
}
