/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The flame graphs of a run directory: decides whether a path that a trial names is one. */
final class FlameFiles {
  private final Path run;

  FlameFiles(Path run) {
    this.run = run;
  }

  /**
   * Returns what is wrong with the named file, or null if it is a file with content below {@code
   * flames/} of this run directory. No other path is ever looked at.
   */
  String faultOf(String name) {
    if (name == null) {
      return "no file is named";
    }
    try {
      Path home = run.resolve("flames").toAbsolutePath().normalize();
      Path file = run.resolve(name).toAbsolutePath().normalize();
      if (name.contains("\\") || !file.startsWith(home) || file.equals(home)) {
        return "the path leaves flames/";
      }
      if (!Files.isRegularFile(file)) {
        return "the file is missing";
      }
      if (!file.toRealPath().startsWith(home.toRealPath())) {
        return "the path leaves flames/";
      }
      return Files.size(file) == 0 ? "the file is empty" : null;
    } catch (InvalidPathException | IOException e) {
      return "the file cannot be read";
    }
  }
}
