/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;

/**
 * The machine at the start and at the end of the run ({@code environment.json}).
 *
 * @param end null while the run is not finished
 */
public record Environment(Machine start, Machine end) {

  /**
   * What was known of the machine at one moment. Texts are empty where the machine does not tell.
   *
   * @param memoryBytes main memory, in bytes
   * @param load the load average of the last minute, or null
   * @param cpuQuota CPUs that a control group lets the run use in a unit of time, or null
   * @param throttledSeconds how long it had been stopped for that by then, or null
   * @param warnings one sentence each
   */
  public record Machine(
      String at,
      String os,
      String kernel,
      String arch,
      String cpu,
      int cores,
      Integer physicalCores,
      Double memoryBytes,
      String virtualMachine,
      String governor,
      Double load,
      Double cpuQuota,
      Double throttledSeconds,
      String jdk,
      String jvm,
      List<String> jvmFlags,
      List<String> warnings) {

    /** Returns whether this is an x86 with its strong memory order. */
    public boolean x86() {
      return arch.equals("amd64") || arch.equals("x86_64");
    }
  }

  /** Returns how many seconds a CPU quota has stopped the run, 0 if it did not or is not known. */
  public double throttledSeconds() {
    boolean known =
        end != null && end.throttledSeconds() != null && start.throttledSeconds() != null;
    return known ? Math.max(0, end.throttledSeconds() - start.throttledSeconds()) : 0;
  }

  /**
   * Returns whether a CPU quota makes ratios worthless: it leaves less than one of the CPUs that
   * threads are started for, or has stopped the run for more than a second in all.
   */
  public boolean limited() {
    return start.cpuQuota() != null && (start.cpuQuota() < start.cores() || throttledSeconds() > 1);
  }

  static Environment read(JsonView json) {
    JsonView end = json.objectOrNull("end");
    return new Environment(machine(json.object("start")), end == null ? null : machine(end));
  }

  private static Machine machine(JsonView json) {
    return new Machine(
        orEmpty(json.textOrNull("at")),
        orEmpty(json.textOrNull("os")),
        orEmpty(json.textOrNull("kernel")),
        json.text("arch"),
        orEmpty(json.textOrNull("cpu")),
        json.smallCount("cores"),
        json.smallCountOrNull("physicalCores"),
        json.numberOrNull("memoryBytes"),
        orEmpty(json.textOrNull("virtualMachine")),
        orEmpty(json.textOrNull("governor")),
        json.numberOrNull("load"),
        json.numberOrNull("cpuQuota"),
        json.numberOrNull("throttledSeconds"),
        json.text("jdk"),
        orEmpty(json.textOrNull("jvm")),
        json.texts("jvmFlags"),
        json.texts("warnings"));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
