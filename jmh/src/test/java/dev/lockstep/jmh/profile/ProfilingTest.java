/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilingTest {

  @TempDir Path directory;

  @Test
  void aSystemWithoutTheLibrarySaysSo() throws InterruptedException {
    Profiling profiling = Profiling.probe("cpu", List.of("-Dos.name=Plan9", "-Dos.arch=vax"));
    assertThat(profiling.available()).isFalse();
    assertThat(profiling.why())
        .startsWith("This machine cannot profile (")
        .contains("run on Linux");
  }

  @Test
  void anEventThatIsNotPermittedSaysSo() throws InterruptedException {
    Profiling profiling = Profiling.probe("no-such-event", List.of());
    assertThat(profiling.available()).isFalse();
    assertThat(profiling.why()).startsWith("This machine cannot profile (").hasLineCount(1);
  }

  @Test
  void collapsedStacksHoldNamesOnly() {
    assertThat(Flames.withoutMarks("a/B.run_[0];c_[k];d_[x]e_[1] 127\nmain_[j] 1\n"))
        .isEqualTo("a/B.run;c;d_[x]e 127\nmain 1\n");
  }

  @Test
  void aMissingRecordingLeavesNoFiles() {
    Path flames = directory.resolve("flames");
    assertThatThrownBy(() -> Flames.convert(directory.resolve("none.jfr"), flames, "t"))
        .isInstanceOf(IOException.class);
    assertThat(flames).doesNotExist();
  }
}
