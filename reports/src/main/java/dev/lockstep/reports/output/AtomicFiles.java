/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /**
   * Writes the text as UTF-8 under a temporary name and renames it.
   *
   * @throws IOException if the directory cannot be written or the disk is full
   */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes the bytes under a temporary name and renames it.
   *
   * @throws IOException if the directory cannot be written or the disk is full
   */
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.write(temporary, bytes);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
