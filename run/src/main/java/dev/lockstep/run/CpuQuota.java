/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a container may use of the CPUs, by the control groups of Linux (cgroups(7)).
 *
 * @param cpus CPU time in a unit of time; null without a limit
 * @param throttledSeconds how long the group has been stopped since it was made; null without a
 *     limit
 */
record CpuQuota(Double cpus, Double throttledSeconds) {

  private static final CpuQuota NONE = new CpuQuota(null, null);

  static CpuQuota ofThisProcess() {
    return read(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
  }

  /**
   * The narrowest limit of all groups that hold this process. A container may see the root of the
   * groups as the place of its own, so names that are not there are passed by.
   */
  static CpuQuota read(Path membership, Path mount) {
    CpuQuota narrowest = NONE;
    try {
      for (String line : Files.readAllLines(membership)) {
        String[] part = line.split(":", 3);
        boolean unified = part[1].isEmpty();
        if (!unified && !List.of(part[1].split(",", -1)).contains("cpu")) {
          continue;
        }
        for (String name : unified ? List.of("", "unified") : List.of(part[1], "cpu")) {
          Path root = mount.resolve(name);
          Path group = root.resolve(part[2].substring(1)).normalize();
          for (; group != null && group.startsWith(root); group = group.getParent()) {
            CpuQuota here = unified ? second(group) : first(group);
            if (here.cpus != null && (narrowest.cpus == null || here.cpus < narrowest.cpus)) {
              narrowest = here;
            }
          }
        }
      }
    } catch (IOException | RuntimeException unread) {
      return NONE; // another system, or one that does not tell
    }
    return narrowest;
  }

  /** Version 2: {@code cpu.max} holds microseconds of a period, or {@code max}. */
  private static CpuQuota second(Path group) throws IOException {
    Path file = group.resolve("cpu.max");
    if (!Files.exists(file)) {
      return NONE;
    }
    String[] max = Files.readString(file).strip().split(" ", -1);
    return max[0].equals("max")
        ? NONE
        : of(number(max[0]) / number(max[1]), stat(group, "throttled_usec") / 1e6);
  }

  /** Version 1: two files, and -1 for no limit. */
  private static CpuQuota first(Path group) throws IOException {
    Path file = group.resolve("cpu.cfs_quota_us");
    if (!Files.exists(file)) {
      return NONE;
    }
    double quota = number(Files.readString(file));
    return quota < 0
        ? NONE
        : of(
            quota / number(Files.readString(group.resolve("cpu.cfs_period_us"))),
            stat(group, "throttled_time") / 1e9);
  }

  private static CpuQuota of(double cpus, double throttledSeconds) {
    return new CpuQuota(Math.round(cpus * 100) / 100.0, Math.round(throttledSeconds * 100) / 100.0);
  }

  private static double stat(Path group, String name) throws IOException {
    for (String line : Files.readAllLines(group.resolve("cpu.stat"))) {
      if (line.startsWith(name + " ")) {
        return number(line.substring(name.length()));
      }
    }
    return 0;
  }

  private static double number(String text) {
    return Double.parseDouble(text.strip());
  }
}
