/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  /** A child that is running is not in it, one that was waited for is. */
  @Test
  void whatHasEndedIsCounted() throws Exception {
    if (!Usage.isLinux()) {
      assertThat(Usage.ofEndedChildren().cpuNanos()).isEqualTo(Usage.UNKNOWN);
      return;
    }
    long before = Usage.ofEndedChildren().cpuNanos();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(new ProcessBuilder(java, "-version").redirectErrorStream(true).start().waitFor())
        .isZero();
    assertThat(Usage.ofEndedChildren().cpuNanos()).isGreaterThan(before);
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
