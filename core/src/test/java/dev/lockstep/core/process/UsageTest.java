/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

  @Test
  void cpuTimeGrowsWithWork() {
    Usage before = Usage.ofThisProcess();
    double x = 1;
    Usage after = before;
    for (int i = 0; i < 1_000 && after.cpuNanos() == before.cpuNanos(); i++) {
      for (int j = 0; j < 1_000_000; j++) {
        x = Math.sin(x);
      }
      after = Usage.ofThisProcess();
    }
    assertThat(after.cpuNanos()).as("result %s", x).isGreaterThan(before.cpuNanos());
  }

  @Test
  void whereThereIsNoGetrusageTheJvmKnowsTheCpuTimeButNoSwitches() {
    Usage usage = Usage.ofJvm();
    assertThat(usage.cpuNanos()).isPositive();
    assertThat(usage.voluntarySwitches()).isEqualTo(Usage.UNKNOWN);
    assertThat(usage.involuntarySwitches()).isEqualTo(Usage.UNKNOWN);
  }

  @Test
  void blockingThreadsGiveUpTheirCpuVoluntarily() throws InterruptedException {
    Usage before = Usage.ofThisProcess();
    for (int i = 0; i < 10; i++) {
      Thread.sleep(1);
    }
    Usage after = Usage.ofThisProcess();
    if (Usage.isLinux()) {
      assertThat(after.voluntarySwitches() - before.voluntarySwitches()).isGreaterThanOrEqualTo(10);
    } else {
      assertThat(after.voluntarySwitches()).isEqualTo(Usage.UNKNOWN);
    }
  }
}
