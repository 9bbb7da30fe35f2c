/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.run.Plan;
import dev.lockstep.jcstress.proof.Proofs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForkJvmTest {

  private static final String OURS =
      "--enable-preview -Djava.util.concurrent.ForkJoinPool.common.parallelism=2"
          + " --sun-misc-unsafe-memory-access=allow";

  @Test
  void aForkCanHaveEveryConstruct(@TempDir Path dir) throws IOException {
    assertThat(ForkJvm.unavailable(dir.resolve("answer"), dir.resolve("classes.jsa"))).isEmpty();
  }

  @Test
  void whatAForkCannotHaveIsReadWithItsReason() {
    assertThat(
            ForkJvm.parse(
                List.of("warning: whatever", "executor:STRUCTURED\tneeds an option", "", "\t")))
        .isEqualTo(Map.of("executor:STRUCTURED", "needs an option"));
  }

  @ParameterizedTest
  @EnumSource(Plan.class)
  void everyTestOfAPlanGetsTheOptions(Plan name) {
    ProofPlan plan = ProofPlan.of(name);
    assertThat(Proofs.all())
        .allSatisfy(
            test -> assertThat(plan.arguments(test)).containsSequence("-jvmArgsPrepend", OURS));
  }

  @Test
  void aRunByHandGetsThemToo() {
    assertThat(Stress.withForkArguments(List.of("-t", "MapHandOff")))
        .containsExactly(
            "-jvmArgsPrepend",
            "--enable-preview",
            "-jvmArgsPrepend",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
            "-jvmArgsPrepend",
            "--sun-misc-unsafe-memory-access=allow",
            "-t",
            "MapHandOff");
    assertThat(Stress.withForkArguments(List.of("-jvmArgsPrepend", "-Xmx1g -Xss1m", "-l")))
        .containsExactly("-jvmArgsPrepend", OURS + " -Xmx1g -Xss1m", "-l");
    assertThat(
            Stress.withForkArguments(
                List.of("-jvmArgsPrepend", "-Xmx1g", "-jvmArgsPrepend", "-Xss1m")))
        .endsWith("-jvmArgsPrepend", "-Xmx1g", "-jvmArgsPrepend", "-Xss1m")
        .hasSize(10);
  }
}
