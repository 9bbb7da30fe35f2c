/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.management.ManagementFactory;

/**
 * What processes have used since they started. A figure that this system cannot give is {@link
 * #UNKNOWN}.
 *
 * @param cpuNanos CPU time of all threads
 * @param allocatedBytes bytes allocated in the heap by all threads
 * @param voluntarySwitches context switches of threads that had to wait
 * @param involuntarySwitches context switches of threads that had to give way
 */
public record Usage(
    long cpuNanos, long allocatedBytes, long voluntarySwitches, long involuntarySwitches) {

  /** What cannot be told on this system; sums and differences with it are unknown, too. */
  public static final long UNKNOWN = -1;

  static final Usage NOTHING = new Usage(0, 0, 0, 0);

  /** {@code RUSAGE_SELF} of {@code getrusage(2)}. */
  private static final int SELF = 0;

  /** {@code RUSAGE_CHILDREN}: those that have ended and were waited for, and theirs. */
  private static final int CHILDREN = -1;

  /** {@code struct rusage} of 64-bit Linux: two {@code timeval} and fourteen {@code long}. */
  private static final int SIZE = 144;

  private static final int USER_TIME = 0;
  private static final int SYSTEM_TIME = 16;
  private static final int VOLUNTARY = 128;
  private static final int INVOLUNTARY = 136;

  /** Figure by figure. */
  public Usage plus(Usage other) {
    return new Usage(
        sum(cpuNanos, other.cpuNanos, 1),
        sum(allocatedBytes, other.allocatedBytes, 1),
        sum(voluntarySwitches, other.voluntarySwitches, 1),
        sum(involuntarySwitches, other.involuntarySwitches, 1));
  }

  /** Figure by figure. */
  public Usage minus(Usage before) {
    return new Usage(
        sum(cpuNanos, before.cpuNanos, -1),
        sum(allocatedBytes, before.allocatedBytes, -1),
        sum(voluntarySwitches, before.voluntarySwitches, -1),
        sum(involuntarySwitches, before.involuntarySwitches, -1));
  }

  private static long sum(long one, long other, int sign) {
    return one == UNKNOWN || other == UNKNOWN ? UNKNOWN : one + sign * other;
  }

  /** Looked up when first asked for: a worker that nobody asks starts without it. */
  private static final class Getrusage {

    private static final MethodHandle CALL = getrusage();
  }

  /** Of this process: asks {@code getrusage(2)} on Linux, and the JVM for what it allocated. */
  public static Usage ofThisProcess() {
    return isLinux() ? of(SELF, allocated()) : ofJvm();
  }

  /**
   * Of all processes that this one has started and that have ended: what they allocated is unknown,
   * and on other systems than Linux all is.
   */
  public static Usage ofEndedChildren() {
    return isLinux() ? of(CHILDREN, UNKNOWN) : new Usage(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
  }

  private static Usage of(int who, long allocated) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(SIZE, Long.BYTES);
      int error = (int) Getrusage.CALL.invokeExact(who, usage);
      if (error != 0) {
        throw new IllegalStateException("getrusage failed with " + error);
      }
      return new Usage(
          nanos(usage, USER_TIME) + nanos(usage, SYSTEM_TIME),
          allocated,
          usage.get(ValueLayout.JAVA_LONG, VOLUNTARY),
          usage.get(ValueLayout.JAVA_LONG, INVOLUNTARY));
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("getrusage cannot be called", e);
    }
  }

  static boolean isLinux() {
    return System.getProperty("os.name").equals("Linux");
  }

  /** What any JVM knows of itself. */
  static Usage ofJvm() {
    long cpu =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
            ? system.getProcessCpuTime()
            : UNKNOWN;
    return new Usage(cpu, allocated(), UNKNOWN, UNKNOWN);
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getTotalThreadAllocatedBytes()
        : UNKNOWN;
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

  void write(DataOutput out) throws IOException {
    out.writeLong(cpuNanos);
    out.writeLong(allocatedBytes);
    out.writeLong(voluntarySwitches);
    out.writeLong(involuntarySwitches);
  }

  static Usage read(DataInput in) throws IOException {
    return new Usage(in.readLong(), in.readLong(), in.readLong(), in.readLong());
  }
}
