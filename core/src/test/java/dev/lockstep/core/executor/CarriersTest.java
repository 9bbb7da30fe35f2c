/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.Test;

class CarriersTest {

  @Test
  void theCountIsTheOneTheSchedulerWasBuiltWith() {
    VirtualThreadSchedulerMXBean scheduler =
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    assertThat(Carriers.count()).isEqualTo(scheduler.getParallelism());
  }
}
