/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.process.Usage;
import java.util.Locale;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.TickType;

/**
 * What of the machine a fork did not have: CPU time that the hypervisor gave to somebody else, and
 * CPU time of processes that are not of this run. The system counts both in hundredths of a second.
 *
 * @param stolen share of the time of all CPUs, 0 to 1
 * @param taken by other processes, the same
 */
record Disturbance(double stolen, double taken) {

  /** A fork that had less of its machine than this says something else than its siblings do. */
  static final double MOST_STOLEN = 0.04;

  /** What a machine does that nobody else uses stays well below. */
  static final double MOST_TAKEN = 0.05;

  /** So far, in milliseconds of all CPUs together. */
  record Clock(long all, long stolen, long busy, long own) {

    private static final Clock UNKNOWN = new Clock(0, 0, 0, 0);

    /** All zeros where the system does not tell. */
    static Clock now() {
      try {
        long[] ticks = Processor.THIS.getSystemCpuLoadTicks();
        long all = 0;
        for (long each : ticks) {
          all += each;
        }
        long stolen = ticks[TickType.STEAL.getIndex()];
        long idle = ticks[TickType.IDLE.getIndex()] + ticks[TickType.IOWAIT.getIndex()];
        long own = used();
        return own < 0 ? UNKNOWN : new Clock(all, stolen, all - idle - stolen, own);
      } catch (LinkageError e) {
        return UNKNOWN;
      }
    }

    /** Of this process and of those that it has started and that have ended. */
    private static long used() {
      Usage here = Usage.ofThisProcess().plus(Usage.ofEndedChildren());
      return here.cpuNanos() == Usage.UNKNOWN ? -1 : here.cpuNanos() / 1_000_000;
    }
  }

  /** Asked for once: to find out about a processor takes OSHI a while. */
  private static final class Processor {
    static final CentralProcessor THIS = new SystemInfo().getHardware().getProcessor();
  }

  /** Between two looks; nothing where the system does not tell. */
  static Disturbance between(Clock before, Clock after) {
    double all = after.all - before.all;
    if (all <= 0) {
      return new Disturbance(0, 0);
    }
    double others = after.busy - before.busy - (after.own - before.own);
    return new Disturbance((after.stolen - before.stolen) / all, Math.max(0, others / all));
  }

  /** In what way the fork was disturbed; null if it was not. */
  String words() {
    if (stolen > MOST_STOLEN) {
      return String.format(
          Locale.ROOT, "the hypervisor took %.0f %% of the CPU time", 100 * stolen);
    }
    if (taken > MOST_TAKEN) {
      return String.format(
          Locale.ROOT, "other processes took %.0f %% of the CPU time", 100 * taken);
    }
    return null;
  }
}
