/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a pool and a worker meet: the first place that takes their memory. */
class MeetingTest {

  private final List<String> command = WorkerCommand.of(Archive.NONE).line(0);

  @TempDir private Path good;

  @Test
  void thePlaceAfterOneThatTakesNothing() throws IOException {
    Path file = Files.createFile(good.resolve("file"));
    WorkerProcess worker =
        WorkerProcess.start(command, Redirect.DISCARD, List.of(file, good.resolve("none"), good));
    try {
      assertThat(worker.directory()).hasParent(good);
    } finally {
      worker.kill();
      worker.hangUp();
    }
  }

  @Test
  void noneIsOneSentence() {
    assertThatThrownBy(
            () -> WorkerProcess.start(command, Redirect.DISCARD, List.of(good.resolve("none"))))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("No directory takes the memory that a worker process shares (")
        .hasMessageContaining("none")
        .hasMessageEndingWith("make room in one of them.");
  }

  @Test
  void aNameThatIsTooLongForASocketIsPassedBy() throws IOException {
    Path deep = Files.createDirectories(good.resolve("x".repeat(120)));
    WorkerProcess worker = WorkerProcess.start(command, Redirect.DISCARD, List.of(deep, good));
    try {
      assertThat(worker.directory()).hasParent(good);
      assertThat(deep).isEmptyDirectory();
    } finally {
      worker.kill();
      worker.hangUp();
    }
  }
}
