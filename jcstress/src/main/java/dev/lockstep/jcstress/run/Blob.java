/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.run.RefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.DiskWriteCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** jcstress's result files, through jcstress's own classes. */
final class Blob {

  private Blob() {}

  /**
   * Reads all results of a blob. jcstress takes an early end of file for the end of the results, so
   * the whole file is unpacked first: a truncated one does not get that far.
   *
   * @throws RefusedException if the file is missing, cut short, damaged or written by another build
   */
  static Collection<TestResult> read(Path file) {
    try {
      try (InputStream in =
          new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      InProcessCollector collector = new InProcessCollector();
      DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
      try {
        reader.dump();
      } finally {
        reader.close();
      }
      return collector.getTestResults();
    } catch (NoSuchFileException e) {
      throw new RefusedException("%s is missing: run the tests first.".formatted(file), e);
    } catch (IOException | ClassNotFoundException | ClassCastException e) {
      throw new RefusedException(
          "%s is cut short, damaged or of another build (%s): run the tests again with this jar."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Writes a blob that {@code jcstress.jar -p} reads; whole or not at all. */
  static void write(Path file, Collection<TestResult> results) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling(".writing-" + file.getFileName());
    DiskWriteCollector collector = new DiskWriteCollector(temporary.toString());
    results.forEach(collector::add);
    collector.close();
    // The collector swallows what goes wrong; a full disk shows when the file is read back.
    if (!holds(temporary, results.size())) {
      Files.deleteIfExists(temporary);
      throw new IOException("%s could not be written in full".formatted(file));
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether a file holds so many results in full. */
  static boolean holds(Path file, int results) {
    try {
      return Files.exists(file) && read(file).size() == results;
    } catch (RefusedException e) {
      return false;
    }
  }

  static void write(Path file, TestResult result) throws IOException {
    write(file, List.of(result));
  }
}
