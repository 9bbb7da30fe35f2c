/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;

/**
 * What this process has used since it started, all its threads together, ended ones included.
 *
 * @param cpuNanos CPU time, user and system, in nanoseconds
 * @param voluntarySwitches times a thread gave up its CPU to wait; -1 where unknown
 * @param involuntarySwitches times a thread was taken off its CPU; -1 where unknown
 */
record Usage(long cpuNanos, long voluntarySwitches, long involuntarySwitches) {

  static final long UNKNOWN = -1;

  private static final MethodHandle GETRUSAGE = isLinux() ? getrusage() : null;

  /** {@code RUSAGE_SELF} of {@code getrusage(2)}. */
  private static final int SELF = 0;

  /** {@code struct rusage} of 64-bit Linux: two {@code timeval} and fourteen {@code long}. */
  private static final int SIZE = 144;

  private static final int USER_TIME = 0;
  private static final int SYSTEM_TIME = 16;
  private static final int VOLUNTARY = 128;
  private static final int INVOLUNTARY = 136;

  static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }

  /**
   * Asks {@code getrusage(2)}; on systems other than Linux, whose structure differs, the JVM, which
   * knows the CPU time but no switches.
   */
  static Usage now() {
    if (GETRUSAGE == null) {
      return ofJvm();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(SIZE, Long.BYTES);
      int error = (int) GETRUSAGE.invokeExact(SELF, usage);
      if (error != 0) {
        throw new IllegalStateException("getrusage failed with " + error);
      }
      return new Usage(
          nanos(usage, USER_TIME) + nanos(usage, SYSTEM_TIME),
          usage.get(ValueLayout.JAVA_LONG, VOLUNTARY),
          usage.get(ValueLayout.JAVA_LONG, INVOLUNTARY));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("getrusage cannot be called", e);
    }
  }

  /** What any JVM knows of itself. */
  static Usage ofJvm() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Usage(system.getProcessCpuTime(), UNKNOWN, UNKNOWN);
  }

  private static long nanos(MemorySegment usage, int timeval) {
    long seconds = usage.get(ValueLayout.JAVA_LONG, timeval);
    long micros = usage.get(ValueLayout.JAVA_LONG, timeval + Long.BYTES);
    return seconds * 1_000_000_000L + micros * 1_000L;
  }

  @SuppressWarnings("restricted") // the price of asking the system itself
  private static MethodHandle getrusage() {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find("getrusage").orElseThrow(),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }
}
