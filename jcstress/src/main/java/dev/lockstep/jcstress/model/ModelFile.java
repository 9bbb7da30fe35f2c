/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * {@code models.json}: what the model checker found.
 *
 * @param lincheck its version
 */
record ModelFile(int schema, String lincheck, List<Result> results) {

  /**
   * One check.
   *
   * @param witness the file that holds the interleaving, or null unless it broke
   */
  record Result(
      String id,
      Outcome outcome,
      int interleavings,
      boolean exhausted,
      double seconds,
      String message,
      String witness) {}

  static ModelFile of(List<Result> results) {
    return new ModelFile(1, version(), results);
  }

  /** Which Lincheck is in this jar. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = ModelFile.class.getResourceAsStream("lincheck.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
