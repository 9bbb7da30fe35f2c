/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentTest {

  @Test
  void aQuietMachineGivesNoWarning() {
    assertThat(Environment.warnings(8, 0.02, "performance", "")).isEmpty();
  }

  @Test
  void warnsOfOneCpuLoadGovernorAndNeighbours() {
    assertThat(Environment.warnings(1, 0.9, "powersave", "KVM"))
        .satisfiesExactly(
            cpu -> assertThat(cpu).startsWith("Only one CPU"),
            load -> assertThat(load).contains("using 90 % of the CPUs"),
            governor -> assertThat(governor).contains("\"powersave\""),
            neighbours -> assertThat(neighbours).contains("KVM"));
  }

  @Test
  void knowsThisMachine() {
    Environment here = Environment.now();
    assertThat(here.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(here.cpu()).isNotBlank();
    assertThat(here.memoryBytes()).isPositive();
    assertThat(here.jdk()).isEqualTo(System.getProperty("java.version"));
  }
}
