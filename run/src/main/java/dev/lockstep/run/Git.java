/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks git about a directory.
 *
 * @param command the program
 * @param limit how long an answer may take
 */
record Git(String command, Path directory, Duration limit) {

  /**
   * The owner is no matter: whoever runs a jar trusts the checkout that it was built in, which in a
   * container often belongs to another user. No monitor of files is started for one question.
   */
  private static final List<String> SETTINGS =
      List.of("-c", "safe.directory=*", "-c", "core.fsmonitor=false");

  Git(Path directory) {
    this("git", directory, Duration.ofSeconds(10));
  }

  /**
   * What git prints, without blanks at both ends.
   *
   * @throws IOException if there is no git, or it fails, or gives no answer in time
   */
  String ask(String... arguments) throws IOException, InterruptedException {
    // Files and not pipes: a pipe ends only when everything that git has started ends, too.
    Path out = Files.createTempFile("lockstep-git", ".txt");
    Path err = Files.createTempFile("lockstep-git", ".txt");
    try {
      Process process = start(List.of(arguments), out, err);
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      if (!ended) {
        throw new IOException("git gave no answer within %d s".formatted(limit.toSeconds()));
      }
      if (process.exitValue() != 0) {
        String said = Files.readString(err).strip().lines().findFirst().orElse("it says nothing");
        throw new IOException("git %s failed: %s".formatted(arguments[0], said));
      }
      return Files.readString(out).strip();
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private Process start(List<String> arguments, Path out, Path err) throws IOException {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(SETTINGS);
    line.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // In a hook of git these would name the repository that the hook is for.
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    return builder.start();
  }
}
