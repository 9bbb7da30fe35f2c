/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdksTest {

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource({"1.8, 8", "17, 17", "25, 25", "25.0.3, 25", "26-ea, 26", "'\"25.0.1\"', 25", "x, 0"})
  void readsFeatureReleases(String version, int feature) {
    assertThat(Jdks.feature(version)).isEqualTo(feature);
  }

  @Test
  void unknownVersionIsNone() {
    assertThat(Jdks.feature(null)).isZero();
  }

  @Test
  void choosesTheOldestThatIsNewEnough() throws IOException {
    File tooOld = jdk("17.0.15");
    File right = jdk("25.0.3");
    File newer = jdk("26.0.1");
    assertThat(Jdks.oldest(List.of(newer, tooOld, right), 25)).isEqualTo(right);
  }

  @Test
  void findsNoneAmongOlderOnesAndFoldersThatAreNoJdk() throws IOException {
    File empty = Files.createDirectory(root.resolve("empty")).toFile();
    assertThat(Jdks.oldest(List.of(jdk("17.0.15"), empty), 25)).isNull();
  }

  private File jdk(String version) throws IOException {
    Path home = Files.createDirectory(root.resolve("jdk-" + version));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
    Files.writeString(java, "");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home.toFile();
  }
}
