/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;

/**
 * The machine as it was at one moment.
 *
 * @param memoryBytes physical memory
 * @param virtualMachine what kind of virtual machine this is, empty if none is recognised
 * @param governor the frequency governor, empty where there is none to see
 * @param load one-minute load average, or null where the system keeps none; a build has just run
 * @param busy share of all CPUs, 0 to 1, that others used during a quarter of a second
 * @param cpuQuota CPUs that a control group lets this run use in a unit of time, or null
 * @param throttledSeconds how long it has been stopped for that since the group was made, or null
 * @param warnings one sentence each that a person can act on
 */
public record Environment(
    String at,
    String os,
    String kernel,
    String arch,
    String cpu,
    int cores,
    int physicalCores,
    long memoryBytes,
    String virtualMachine,
    String governor,
    Double load,
    double busy,
    Double cpuQuota,
    Double throttledSeconds,
    String jdk,
    String jvm,
    List<String> jvmFlags,
    List<String> warnings) {

  private static final int LOOK_MILLIS = 250;

  /** What the system itself may use without anybody being told. */
  private static final double QUIET = 0.15;

  private static final Path GOVERNOR =
      Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

  /** What only OSHI knows. */
  private record Hardware(
      String cpu, int physicalCores, long memoryBytes, String virtual, Double load, double busy) {}

  public static Environment now() {
    try {
      return of(hardware(), List.of());
    } catch (LinkageError e) {
      // Its native library is unpacked into the directory for temporary files, which may forbid it.
      Hardware unknown = new Hardware("unknown", 0, 0, "", null, 0);
      return of(
          unknown,
          List.of(
              "Processor and load could not be read (%s): let native code be loaded from java.io.tmpdir."
                  .formatted(e.getMessage())));
    }
  }

  private static Hardware hardware() {
    HardwareAbstractionLayer hardware = new SystemInfo().getHardware();
    CentralProcessor cpu = hardware.getProcessor();
    double average = cpu.getSystemLoadAverage(1)[0];
    return new Hardware(
        cpu.getProcessorIdentifier().getName(),
        cpu.getPhysicalProcessorCount(),
        hardware.getMemory().getTotal(),
        virtualMachine(hardware),
        average < 0 ? null : Math.round(average * 100) / 100.0,
        Math.round(cpu.getSystemCpuLoad(LOOK_MILLIS) * 100) / 100.0);
  }

  private static Environment of(Hardware hardware, List<String> unread) {
    int cores = Runtime.getRuntime().availableProcessors();
    String governor = firstLine(GOVERNOR);
    CpuQuota quota = CpuQuota.ofThisProcess();
    List<String> warnings = new ArrayList<>(unread);
    warnings.addAll(ForeignOptions.warnings());
    warnings.addAll(warnings(cores, hardware.busy(), governor, hardware.virtual()));
    return new Environment(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        hardware.cpu(),
        cores,
        hardware.physicalCores(),
        hardware.memoryBytes(),
        hardware.virtual(),
        governor,
        hardware.load(),
        hardware.busy(),
        quota.cpus(),
        quota.throttledSeconds(),
        System.getProperty("java.version"),
        "%s %s %s"
            .formatted(
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                System.getProperty("java.vm.vendor")),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        warnings);
  }

  /** The same with one more warning, unless it is empty. */
  Environment warned(String sentence) {
    List<String> all = new ArrayList<>(warnings);
    if (!sentence.isEmpty()) {
      all.add(sentence);
    }
    return new Environment(
        at,
        os,
        kernel,
        arch,
        cpu,
        cores,
        physicalCores,
        memoryBytes,
        virtualMachine,
        governor,
        load,
        busy,
        cpuQuota,
        throttledSeconds,
        jdk,
        jvm,
        jvmFlags,
        all);
  }

  static List<String> warnings(int cores, double busy, String governor, String virtual) {
    List<String> warnings = new ArrayList<>();
    if (cores < 2) {
      warnings.add(
          "Only one CPU: stress tests with two actors and speed-ups cannot be had here; use a"
              + " machine with two or more.");
    }
    if (busy > QUIET) {
      warnings.add(
          "Other work was using %.0f %% of the CPUs at the start: end it before measuring."
              .formatted(busy * 100));
    }
    if (!governor.isEmpty() && !governor.equals("performance")) {
      warnings.add(
          "The frequency governor is \"%s\": set it to \"performance\".".formatted(governor));
    }
    if (!virtual.isEmpty()) {
      warnings.add(
          "This is a virtual machine (%s): neighbours can disturb it; trust ratios of one run, not single times."
              .formatted(virtual));
    }
    return warnings;
  }

  private static String virtualMachine(HardwareAbstractionLayer hardware) {
    String flags = String.join(" ", hardware.getProcessor().getFeatureFlags());
    String system =
        hardware.getComputerSystem().getManufacturer()
            + " "
            + hardware.getComputerSystem().getModel();
    for (String known :
        List.of("KVM", "QEMU", "VMware", "VirtualBox", "Xen", "Hyper-V", "Amazon")) {
      if (system.contains(known)) {
        return known;
      }
    }
    return flags.contains("hypervisor") ? "hypervisor" : "";
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
