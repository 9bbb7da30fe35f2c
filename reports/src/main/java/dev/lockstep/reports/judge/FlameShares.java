/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Executors.Shares;
import dev.lockstep.reports.run.Stacks;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what the sampled CPU time was spent for. A stack counts for the innermost frame that tells:
 * so a thread that waits inside an executor is the executor's, and one that the timer interrupts in
 * the loop is the system's.
 */
public final class FlameShares {
  private static final List<String> SYSTEM =
      List.of("entry_SYSCALL", "asm_", "sysvec_", "do_syscall", "ret_from_fork", "__schedule");
  private static final List<String> KERNEL =
      List.of("dev/lockstep/core/kernel/", "lockstep_kernel", "libkernels");
  private static final List<String> EXECUTOR =
      List.of(
          "dev/lockstep/core/executor/",
          "dev/lockstep/core/process/",
          "java/util/concurrent/",
          "java/util/stream/",
          "java/lang/VirtualThread",
          "jdk/internal/vm/Continuation",
          "java/lang/Thread.start",
          "java/lang/Thread.exit");
  private static final List<String> HARNESS = List.of("org/openjdk/jmh/", "dev/lockstep/jmh/");

  private enum Part {
    KERNEL,
    EXECUTOR,
    JVM,
    SYSTEM,
    HARNESS
  }

  private FlameShares() {}

  /** Returns the shares, or null if nothing was sampled. */
  public static Shares of(Stacks stacks) {
    Map<Part, Long> counts = new EnumMap<>(Part.class);
    long all = 0;
    for (Stacks.Stack stack : stacks.stacks()) {
      counts.merge(part(stack.frames()), stack.samples(), Long::sum);
      all += stack.samples();
    }
    if (all == 0) {
      return null;
    }
    return new Shares(
        all,
        share(counts, Part.KERNEL, all),
        share(counts, Part.EXECUTOR, all),
        share(counts, Part.JVM, all),
        share(counts, Part.SYSTEM, all),
        share(counts, Part.HARNESS, all));
  }

  private static double share(Map<Part, Long> counts, Part part, long all) {
    return counts.getOrDefault(part, 0L) / (double) all;
  }

  private static Part part(String frames) {
    boolean runtime = false;
    int end = frames.length();
    while (end >= 0) {
      int start = frames.lastIndexOf(';', end - 1) + 1;
      String frame = frames.substring(start, end);
      end = start - 1;
      if (frame.endsWith("_[k]") || starts(frame, SYSTEM)) {
        return Part.SYSTEM;
      }
      if (starts(frame, KERNEL)) {
        // The runtime called from the loop (a safepoint, a compilation that came late) is no loop.
        return runtime ? Part.JVM : Part.KERNEL;
      }
      if (starts(frame, EXECUTOR)) {
        return Part.EXECUTOR;
      }
      if (starts(frame, HARNESS)) {
        return Part.HARNESS;
      }
      runtime |= frame.contains("::");
    }
    return Part.JVM;
  }

  private static boolean starts(String frame, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (frame.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
