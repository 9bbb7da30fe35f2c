/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** One directory of a run: decides whether a path that an input file names is a file in it. */
final class FilesBelow {
  private final Path run;
  private final String directory;

  FilesBelow(Path run, String directory) {
    this.run = run;
    this.directory = directory;
  }

  /**
   * Returns what is wrong with the named file, or null if it is a file with content below this
   * directory. No other path is ever looked at.
   *
   * @param name relative to the run directory, or null
   */
  String faultOf(String name) {
    if (name == null) {
      return "no file is named";
    }
    try {
      Path home = run.resolve(directory).toAbsolutePath().normalize();
      Path file = run.resolve(name).toAbsolutePath().normalize();
      if (name.contains("\\") || !file.startsWith(home) || file.equals(home)) {
        return "the path leaves " + directory + "/";
      }
      if (!Files.isRegularFile(file)) {
        return "the file is missing";
      }
      if (!file.toRealPath().startsWith(home.toRealPath())) {
        return "the path leaves " + directory + "/";
      }
      return Files.size(file) == 0 ? "the file is empty" : null;
    } catch (InvalidPathException | IOException e) {
      return "the file cannot be read";
    }
  }
}
