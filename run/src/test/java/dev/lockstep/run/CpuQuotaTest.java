/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuQuotaTest {

  @TempDir private Path mount;

  @Test
  void theNarrowestGroupCountsInVersionTwo() throws IOException {
    file("membership", "0::/pod/container");
    file("pod/cpu.max", "50000 100000");
    file("pod/cpu.stat", "nr_throttled 3\nthrottled_usec 1230000");
    file("pod/container/cpu.max", "max 100000");
    assertThat(read()).isEqualTo(new CpuQuota(0.5, 1.23));
  }

  @Test
  void versionOneHasTwoFiles() throws IOException {
    file("membership", "9:name=systemd:/\n1:cpu,cpuacct:/job\n0::/");
    file("cpu,cpuacct/job/cpu.cfs_quota_us", "150000");
    file("cpu,cpuacct/job/cpu.cfs_period_us", "100000");
    file("cpu,cpuacct/job/cpu.stat", "throttled_time 4000000000");
    assertThat(read()).isEqualTo(new CpuQuota(1.5, 4.0));
  }

  @Test
  void aContainerSeesItsGroupAsTheRoot() throws IOException {
    file("membership", "1:cpu:/docker/0123");
    file("cpu/cpu.cfs_quota_us", "50000");
    file("cpu/cpu.cfs_period_us", "100000");
    file("cpu/cpu.stat", "throttled_time 0");
    assertThat(read()).isEqualTo(new CpuQuota(0.5, 0.0));
  }

  @Test
  void noLimitAndNoGroupsAreNoQuota() throws IOException {
    assertThat(read()).isEqualTo(new CpuQuota(null, null));
    file("membership", "1:cpu:/\n0::/");
    file("cpu/cpu.cfs_quota_us", "-1");
    file("cpu.max", "max 100000");
    assertThat(read()).isEqualTo(new CpuQuota(null, null));
  }

  private CpuQuota read() {
    return CpuQuota.read(mount.resolve("membership"), mount);
  }

  private void file(String name, String text) throws IOException {
    Path file = mount.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text + "\n");
  }
}
