/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForeignOptionsTest {

  private static final String HERE = System.getProperty("java.io.tmpdir");

  @Test
  void whatReachesEveryJvmIsForeign() {
    ForeignOptions foreign =
        ForeignOptions.in(
            Map.of(
                "_JAVA_OPTIONS", "-Xint",
                "JAVA_TOOL_OPTIONS", "",
                "JDK_JAVA_OPTIONS", "-Xmx1g",
                "JAVA_HOME", "y",
                "PATH", "z"),
            Optional.empty());
    assertThat(foreign.variables())
        .containsExactly("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    assertThat(foreign.reach()).isTrue();
  }

  @Test
  void withoutThemNothingIsStartedAnew() {
    assertThat(ForeignOptions.in(Map.of("JAVA_HOME", "y"), Optional.empty()).reach()).isFalse();
    assertThat(ForeignOptions.in(Map.of("TMPDIR", HERE), Optional.empty()).reach()).isFalse();
    assertThat(ForeignOptions.in(Map.of("TMPDIR", ""), Optional.empty()).reach()).isFalse();
  }

  @Test
  void theDirectoryForTemporaryFilesIsThatOfOtherPrograms() {
    Map<String, String> environment = Map.of("TMPDIR", HERE + "/other");
    ForeignOptions foreign = ForeignOptions.in(environment, Optional.empty());
    assertThat(foreign.reach()).isTrue();
    assertThat(foreign.command(Harness.class, "--plan=quick"))
        .contains("-Djava.io.tmpdir=" + HERE + "/other")
        .endsWith(Harness.class.getName(), "--plan=quick");
    assertThat(ForeignOptions.in(environment, Optional.of(HERE)).reach()).isFalse();
  }
}
