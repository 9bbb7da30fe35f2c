/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrayImageTest {

  private static final List<String> JARS =
      List.of(
          "asm-9.9.jar",
          "fray-core-0.9.2.jar",
          "fray-instrumentation-agent-0.9.2.jar",
          "fray-instrumentation-base-0.9.2.jar",
          "fray-instrumentation-jdk-0.9.2.jar",
          "fray-runtime-0.9.2.jar",
          "kotlin-stdlib-2.2.21.jar");

  @TempDir private Path root;

  private final PrintStream out =
      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

  private static List<Path> jars(Path directory) {
    return JARS.stream().map(directory::resolve).toList();
  }

  @Test
  void linksAllModulesButThoseThatMakeImages() throws Exception {
    List<String> command =
        FrayImage.linkCommand(
            Path.of("/jdk"),
            jars(Path.of("/fray")),
            Set.of("java.base", "java.logging", "jdk.jlink", "jdk.jpackage"),
            Path.of("/cache/.making-1"));
    assertThat(command)
        .startsWith("/jdk/bin/jlink", "-J-javaagent:/fray/fray-instrumentation-jdk-0.9.2.jar")
        .contains(
            "-J--add-modules=org.pastalab.fray.instrumentation.jdk",
            "--add-modules=java.base,java.logging",
            "--output=/cache/.making-1",
            "--fray-instrumentation")
        // The image is made from the JDK's own, not from modules that lie elsewhere.
        .noneMatch(argument -> argument.startsWith("--module-path"));
    assertThat(command.get(2))
        .startsWith("-J--module-path=/fray/asm-9.9.jar:")
        .contains("instrumentation-base", "fray-runtime", "kotlin-stdlib")
        .doesNotContain("fray-core", "agent");
  }

  @Test
  void runsOnTheImageWithItsOwnKotlinFirst() throws Exception {
    FrayImage image = new FrayImage(Path.of("/cache/fray"), jars(Path.of("/fray")));
    List<String> command = image.javaCommand("/suite/jcstress.jar");
    assertThat(command)
        .startsWith(
            "/cache/fray/bin/java",
            "-javaagent:/fray/fray-instrumentation-agent-0.9.2.jar",
            "-agentpath:/cache/fray/lib/libjvmti.so",
            "-cp");
    assertThat(command.getLast())
        .startsWith("/fray/asm-9.9.jar:")
        .endsWith("kotlin-stdlib-2.2.21.jar:/suite/jcstress.jar");
  }

  @Test
  void withoutItsJarsItSaysSo() {
    assertThatThrownBy(() -> FrayImage.get(root.resolve("fray"), root.resolve("cache"), out))
        .isInstanceOf(FrayImage.UnavailableException.class)
        .hasMessage(
            "Fray is not beside this jar: it lies in %s after a build"
                .formatted(root.resolve("fray")));
    assertThat(root.resolve("cache")).doesNotExist();
  }

  @Test
  void onAnUnknownPlatformItSaysSo() throws Exception {
    Files.createFile(root.resolve("fray-jvmti-vax-32-0.9.2.jar"));
    assertThatThrownBy(() -> FrayImage.get(root, root.resolve("cache"), out))
        .isInstanceOf(FrayImage.UnavailableException.class)
        .hasMessageStartingWith("Fray has no library for ");
  }

  @Test
  void aJdkThatCannotLinkItselfSaysSoAndLeavesNothing() throws Exception {
    Path jars = Files.createDirectory(root.resolve("jars"));
    for (Path jar : jars(jars)) {
      Files.createFile(jar);
    }
    FrayImage image = new FrayImage(root.resolve("cache/image"), jars(jars));
    // An agent that is no jar ends jlink before it has begun.
    assertThatThrownBy(() -> image.make(jars.resolve("fray-core-0.9.2.jar")))
        .isInstanceOf(FrayImage.UnavailableException.class)
        .hasMessageStartingWith("this JDK cannot make one for Fray of itself: Error");
    assertThat(root.resolve("cache")).isEmptyDirectory();
  }

  @Test
  void aCacheThatCannotBeWrittenSaysSo() throws Exception {
    Path file = Files.createFile(root.resolve("cache"));
    FrayImage image = new FrayImage(file.resolve("image"), jars(Path.of("/fray")));
    assertThatThrownBy(() -> image.make(Path.of("/fray/fray-core-0.9.2.jar")))
        .isInstanceOf(FrayImage.UnavailableException.class)
        .hasMessageStartingWith("a JDK for Fray cannot be kept in " + file);
  }

  @Test
  void whatAKilledRunHasLeftIsRemoved() throws Exception {
    Path cache = Files.createDirectory(root.resolve("cache"));
    Path abandoned = Files.createDirectory(cache.resolve(".making-999999999"));
    Path own = Files.createDirectory(cache.resolve(".making-" + ProcessHandle.current().pid()));
    FrayImage.removeAbandoned(cache);
    assertThat(abandoned).doesNotExist();
    assertThat(own).exists();
  }
}
