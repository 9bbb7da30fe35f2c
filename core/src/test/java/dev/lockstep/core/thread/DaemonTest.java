/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A JVM ends when its last thread does that is no daemon; Python's interpreter, too. Daemons are
 * cut off where they are, in the middle of a line if need be, so they are for work that nobody
 * misses.
 *
 * <p>The notes let a daemon <i>process</i> live on after its parent; in truth {@code
 * multiprocessing} ends daemonic children when the parent ends, and Java knows no such thing: a
 * child process lives on unless it looks after itself.
 */
@Tag("gate")
class DaemonTest {

  /** The program of the child: starts a thread of the kind, which waits for a line; then ends. */
  static final class Starter {

    private Starter() {}

    public static void main(String[] args) throws Exception {
      Runnable work =
          () -> {
            try {
              int _ = System.in.read();
              System.out.println("the thread has ended");
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          };
      Thread thread =
          switch (args[0]) {
            case "PLATFORM" -> Thread.ofPlatform().start(work);
            case "DAEMON" -> Thread.ofPlatform().daemon().start(work);
            case "VIRTUAL" -> Thread.ofVirtual().start(work);
            default -> throw new IllegalArgumentException(args[0]);
          };
      System.out.println("main has ended, daemon: " + thread.isDaemon());
    }
  }

  private static Process start(String kind) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                kind))
        .redirectErrorStream(true)
        .start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DAEMON", "VIRTUAL"})
  void aDaemonDoesNotKeepTheJvmAlive(String kind) throws Exception {
    Process child = start(kind);
    try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines()).containsExactly("main has ended, daemon: true");
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).as("ends by itself").isTrue();
      assertThat(child.exitValue()).isZero();
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void aThreadThatIsNoDaemonDoes() throws Exception {
    Process child = start("PLATFORM");
    try (BufferedReader said = child.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("main has ended, daemon: false");
      ProcessHandle handle = child.toHandle();
      assertThat(handle.isAlive()).as("although main has ended").isTrue();
      child.getOutputStream().close();
      assertThat(said.readLine()).isEqualTo("the thread has ended");
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isZero();
    } finally {
      child.destroyForcibly();
    }
  }
}
