/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhLockTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void isHeldUntilItIsClosed() throws IOException {
    Path file = directory.resolve("jmh.lock");
    JmhLock lock = take();
    try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // Within one JVM the platform throws; another process would be told no.
      assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
      lock.close();
      assertThat(other.tryLock()).isNotNull();
    }
    assertThat(said()).isEmpty();
  }

  @Test
  void aFileThatCannotBeOneIsSaidAndDoneWithout() throws IOException {
    Files.createDirectory(directory.resolve("jmh.lock"));
    take().close();
    assertThat(said())
        .contains("jmh.lock cannot be locked (")
        .contains("remove it")
        .hasLineCount(1);
  }

  private JmhLock take() throws IOException {
    return JmhLock.take(directory, new PrintStream(screen, true, StandardCharsets.UTF_8));
  }

  private String said() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
