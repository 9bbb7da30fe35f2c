/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import dev.lockstep.core.process.Usage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a benchmark does beside its subject: set-up and checks. JMH keeps their time out of the
 * score; this measures what CPU time they take, so that {@link CpuTime} keeps that out of the
 * price, too.
 */
public final class OffTheClock {

  /** Something that may fail. */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean KNOWN = THREADS.isCurrentThreadCpuTimeSupported();
  private static final AtomicLong NANOS = new AtomicLong();
  private static final AtomicLong CHILD_NANOS = new AtomicLong();

  private OffTheClock() {}

  /**
   * Runs what this thread does alone between two operations, such as the comparison of results.
   * Reading the clock of a thread takes a fraction of a microsecond.
   */
  public static <E extends Exception> void check(Work<E> work) throws E {
    long before = ofThisThread();
    try {
      work.run();
    } finally {
      NANOS.addAndGet(ofThisThread() - before);
    }
  }

  /**
   * Runs what keeps other threads or processes busy, too, such as ending workers or collecting
   * garbage: all that they take meanwhile is kept out. For what happens once in an iteration, or
   * once in a trial: JMH sets a trial up within its first iteration.
   */
  public static <E extends Exception> void around(Work<E> work) throws E {
    long before = Usage.ofThisProcess().cpuNanos(); // first and last: to ask takes time, too
    long childrenBefore = CpuTime.children().toNanos();
    try {
      work.run();
    } finally {
      CHILD_NANOS.addAndGet(CpuTime.children().toNanos() - childrenBefore);
      NANOS.addAndGet(Usage.ofThisProcess().cpuNanos() - before);
    }
  }

  private static long ofThisThread() {
    return KNOWN ? THREADS.getCurrentThreadCpuTime() : 0;
  }

  /** CPU time of all that was run here since the JVM started. */
  static long cpuNanos() {
    return NANOS.get();
  }

  /** The same of other processes. */
  static long childCpuNanos() {
    return CHILD_NANOS.get();
  }
}
