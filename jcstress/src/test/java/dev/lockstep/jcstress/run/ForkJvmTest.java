/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void anArchiveIsUsedIfThereIsOneAndItsPathCanBeSaid(@TempDir Path dir) throws IOException {
    Path archive = dir.resolve("classes.jsa");
    assertThat(ForkJvm.arguments(archive)).isEqualTo(ForkJvm.ARGUMENTS);
    Files.createFile(archive);
    assertThat(ForkJvm.arguments(archive)).endsWith("-XX:SharedArchiveFile=" + archive).hasSize(4);
    Path blank = Files.createFile(dir.resolve("two words.jsa"));
    assertThat(ForkJvm.arguments(blank)).isEqualTo(ForkJvm.ARGUMENTS);
  }

  @Test
  void aRunByHandGetsThemToo() {
    assertThat(Stress.withForkArguments(List.of("-t", "MapperWaits")))
        .containsExactly(
            "-jvmArgsPrepend",
            "--enable-preview",
            "-jvmArgsPrepend",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
            "-jvmArgsPrepend",
            "--sun-misc-unsafe-memory-access=allow",
            "-t",
            "MapperWaits");
    assertThat(Stress.withForkArguments(List.of("-jvmArgsPrepend", "-Xmx1g -Xss1m", "-l")))
        .containsExactly("-jvmArgsPrepend", OURS + " -Xmx1g -Xss1m", "-l");
    assertThat(
            Stress.withForkArguments(
                List.of("-jvmArgsPrepend", "-Xmx1g", "-jvmArgsPrepend", "-Xss1m")))
        .endsWith("-jvmArgsPrepend", "-Xmx1g", "-jvmArgsPrepend", "-Xss1m")
        .hasSize(10);
  }
}
