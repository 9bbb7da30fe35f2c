/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A directory that async-profiler can write to. It splits its options at commas, expands percent
 * signs in file names, and knows no way to quote either.
 */
final class PlainDirectory {

  private static final Pattern IN_FILES = Pattern.compile("[,%]");

  /** An agent's path ends at the first equals sign; workers' options are apart by bars. */
  private static final Pattern IN_LIBRARIES = Pattern.compile("[,%=|]");

  private static final Path TMP = Path.of("/tmp");

  private PlainDirectory() {}

  /**
   * A new directory for recordings, in the given one if its name is plain and else in a temporary
   * one.
   *
   * @throws IOException if there is no such place
   */
  static Path forFiles(String prefix, Path wanted) throws IOException {
    return create(
        prefix, IN_FILES, List.of(wanted, Path.of(System.getProperty("java.io.tmpdir")), TMP));
  }

  /** A new temporary directory for a native library. */
  static Path forLibrary(String prefix) throws IOException {
    return create(
        prefix, IN_LIBRARIES, List.of(Path.of(System.getProperty("java.io.tmpdir")), TMP));
  }

  private static Path create(String prefix, Pattern special, List<Path> places) throws IOException {
    for (Path place : places) {
      Path absolute = place.toAbsolutePath();
      if (!special.matcher(absolute.toString()).find() && Files.isWritable(absolute)) {
        return Files.createTempDirectory(absolute, prefix);
      }
    }
    throw new IOException(
        "async-profiler needs a writable directory without %s in its path, and none of %s is one: name one with -Djava.io.tmpdir"
            .formatted(special, places));
  }
}
