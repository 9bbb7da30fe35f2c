/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.jmh.executor.ExecutorSweep;
import dev.lockstep.jmh.link.Handoff;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

class ForkSetupTest {

  @Test
  void aForkHasTheCarriersThatItsWorkersAre() {
    assertThat(options(ExecutorSweep.class, Map.of("kind", "VIRTUAL", "workers", "3")))
        .contains(
            "-Djdk.virtualThreadScheduler.parallelism=3",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=3");
    assertThat(options(ExecutorSweep.class, Map.of("kind", "MAP_CONCURRENT", "workers", "77")))
        .contains(
            "-Djdk.virtualThreadScheduler.parallelism="
                + Runtime.getRuntime().availableProcessors());
  }

  @Test
  void whoHandsValuesToVirtualThreadsIsOne() {
    assertThat(options(Handoff.class, Map.of("kind", "PARK", "thread", "VIRTUAL")))
        .contains("-Djmh.executor=VIRTUAL");
    assertThat(options(Handoff.class, Map.of("kind", "PARK", "thread", "PLATFORM")))
        .doesNotContain("-Djmh.executor=VIRTUAL");
    assertThat(options(ExecutorSweep.class, Map.of("kind", "VIRTUAL", "thread", "VIRTUAL")))
        .doesNotContain("-Djmh.executor=VIRTUAL");
  }

  @Test
  void queuesThatUseUnsafeMemoryAccessDoNotWarn() {
    assertThat(options(ExecutorSweep.class, Map.of()))
        .containsExactly(
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }

  private static Collection<String> options(Class<?> benchmarks, Map<String, String> params) {
    WorkloadParams given = new WorkloadParams();
    params.forEach((name, value) -> given.put(name, value, 0));
    IterationParams iteration =
        new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1);
    BenchmarkParams all =
        new BenchmarkParams(
            benchmarks.getName() + ".run",
            "generated",
            false,
            1,
            new int[] {1},
            List.of(),
            1,
            0,
            iteration,
            iteration,
            Mode.AverageTime,
            given,
            TimeUnit.MILLISECONDS,
            1,
            "java",
            List.of(),
            "25",
            "JVM",
            "25",
            "1.37",
            TimeValue.NONE);
    return new ForkSetup().addJVMOptions(all);
  }
}
