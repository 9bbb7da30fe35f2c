/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM in which {@link CheckerMain} makes one check after another and leaves a file for each. The
 * checker may change the platform's classes there, hang, or die, without harm to the run.
 */
final class CheckerJvm implements AutoCloseable {

  /**
   * Short checks in a JVM of short life: C1 and the serial collector need half the CPU time. What
   * they find is recorded, in English.
   */
  private static final List<String> SHORT =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-PrintWarnings",
          "-Duser.language=en",
          "-Duser.country=US");

  private static final List<String> LINCHECK =
      List.of(
          "-XX:+EnableDynamicAgentLoading",
          "-Djdk.attach.allowAttachSelf=true",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Duration LOOK = Duration.ofMillis(20);

  private final Process process;
  private final Path log;

  private CheckerJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** The begin of the command of a JVM for Lincheck: all but the main class. */
  static List<String> lincheck() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT);
    command.addAll(LINCHECK);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    return command;
  }

  /** The same for Fray. */
  static List<String> fray(FrayImage image) throws FrayImage.UnavailableException {
    List<String> command =
        new ArrayList<>(image.javaCommand(System.getProperty("java.class.path")));
    command.addAll(1, SHORT);
    return command;
  }

  /**
   * Starts it.
   *
   * @param begin all of the command but the main class and its arguments
   * @param results directory of the files
   * @param log takes the JVM's own output
   * @param ids the checks, in this order
   */
  static CheckerJvm start(
      List<String> begin, Path results, Path log, int interleavings, List<String> ids)
      throws IOException {
    List<String> command = new ArrayList<>(begin);
    command.add(CheckerMain.class.getName());
    command.add(results.toString());
    command.add(String.valueOf(interleavings));
    command.addAll(ids);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new CheckerJvm(process, log);
  }

  /**
   * Waits for the file of one check.
   *
   * @return null if it is there, else why it will never be; this JVM has then ended
   */
  String await(Path file, Duration limit) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!Files.exists(file)) {
      boolean alive = process.isAlive();
      boolean late = System.nanoTime() - start > limit.toNanos();
      if (alive && !late) {
        Thread.sleep(LOOK);
        continue;
      }
      close();
      if (Files.exists(file)) {
        break;
      }
      return alive
          ? "The checker gave no answer within %d s.".formatted(limit.toSeconds())
          : "The checker's JVM ended with code %d: %s".formatted(process.exitValue(), lastLine());
    }
    return null;
  }

  private String lastLine() throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((earlier, later) -> later)
        .orElse("it printed nothing")
        .strip();
  }

  /** Ends the JVM, whatever it is doing. */
  @Override
  public void close() {
    process.destroyForcibly();
    boolean interrupted = false;
    while (true) {
      try {
        process.waitFor();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
