/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.unit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What this process has of memory, in bytes. Needs {@code -XX:NativeMemoryTracking=summary}.
 *
 * @param heap in use after a collection
 * @param stacks of the threads of the operating system
 * @param javaHeap as a whole
 * @param resident of the whole process; 0 where the system does not say
 */
record Memory(long heap, Area stacks, Area javaHeap, long resident) {

  /**
   * What the JVM has of one category.
   *
   * @param reserved address space
   * @param committed what may be used of it; of stacks only what was touched
   */
  record Area(long reserved, long committed) {}

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

  /** Collects first. */
  static Memory now() throws IOException, JMException {
    System.gc();
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    String summary = nativeMemory();
    return new Memory(heap, area("Thread", summary), area("Java Heap", summary), ofProcess());
  }

  private static String nativeMemory() throws JMException {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "vmNativeMemory",
                new Object[] {new String[] {"summary", "scale=B"}},
                new String[] {String[].class.getName()});
  }

  /**
   * One category out of the JVM's summary.
   *
   * @throws IllegalStateException if it is not there
   */
  static Area area(String name, String summary) {
    Matcher line =
        Pattern.compile(
                "^-\\s+" + Pattern.quote(name) + " \\(reserved=(\\d+), committed=(\\d+)",
                Pattern.MULTILINE)
            .matcher(summary);
    if (!line.find()) {
      throw new IllegalStateException(
          "native memory is not tracked: start with -XX:NativeMemoryTracking=summary");
    }
    return new Area(Long.parseLong(line.group(1)), Long.parseLong(line.group(2)));
  }

  private static long ofProcess() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    Matcher resident = RESIDENT.matcher(Files.readString(STATUS));
    return resident.find() ? 1024 * Long.parseLong(resident.group(1)) : 0;
  }
}
