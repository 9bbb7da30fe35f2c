/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What kernels do in JVMs of other options than this one's. */
@Timeout(300)
@Tag("gate")
class KernelJvmTest {

  private static final String VECTOR = "--add-modules=jdk.incubator.vector";
  private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

  @TempDir Path dir;

  private record Output(int code, String text) {}

  private Output run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path file = dir.resolve("output.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(KernelExactness.class.getName());
    command.addAll(List.of(arguments));
    Process child =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file.toFile()).start();
    try {
      assertThat(child.waitFor(2, TimeUnit.MINUTES)).as("ends within two minutes").isTrue();
    } finally {
      child.destroyForcibly();
    }
    return new Output(child.exitValue(), Files.readString(file));
  }

  @Test
  void everyKernelIsExactForLargeNumbersWhenCompiledForSpeed() throws Exception {
    Output output = run(List.of(VECTOR, NATIVE));
    assertThat(output.text()).contains("VECTOR: available").doesNotContain("WRONG");
    assertThat(output.code()).as(output.text()).isZero();
  }

  @Test
  void withoutTheModuleOnlyTheVectorKernelIsMissing() throws Exception {
    Output output = run(List.of(NATIVE), "only");
    assertThat(output.code()).isZero();
    assertThat(output.text())
        .contains("LOOP: available", "ROOT: available")
        .contains(
            "VECTOR: this JVM runs without the Vector API; start it with --add-modules"
                + " jdk.incubator.vector");
  }

  @Test
  void whereNoLibraryMayBeLoadedTheReasonIsSaid() throws Exception {
    assumeThat(KernelKind.C.unavailable()).isEmpty();
    Output output = run(List.of(NATIVE, "-Djava.io.tmpdir=" + dir.resolve("nowhere")), "only");
    assertThat(output.code()).isZero();
    assertThat(output.text())
        .contains("LOOP: available", "C: the C kernels cannot be loaded from java.io.tmpdir (");
  }

  @Test
  void whereCIsForbiddenTheReasonIsSaid() throws Exception {
    assumeThat(KernelKind.C.unavailable()).isEmpty();
    Output output = run(List.of("--illegal-native-access=deny"), "only");
    assertThat(output.code()).isZero();
    assertThat(output.text())
        .contains("C_SIMD: this JVM may not call C; start it with --enable-native-access=");
  }

  @Test
  void nothingIsLeftOfTheLibraryOnceItIsLoaded() throws Exception {
    assumeThat(KernelKind.C.unavailable()).isEmpty();
    Path place = Files.createDirectory(dir.resolve("place"));
    Output output = run(List.of(NATIVE, "-Djava.io.tmpdir=" + place), "only");
    assertThat(output.text()).contains("C: available");
    assertThat(place).isEmptyDirectory();
  }
}
