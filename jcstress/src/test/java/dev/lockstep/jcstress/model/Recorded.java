/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Texts as Lincheck gave them. */
final class Recorded {

  /** A counter that increments in read mode: one update lost. */
  static final String BROKEN = text("broken.txt");

  /** A monitor that waits without looking: waits for ever. */
  static final String HUNG = text("hung.txt");

  static final Set<String> OWN =
      Set.of("BrokenCounters.java", "TwoIncrements.java", "BrokenSignals.java", "SignalCalls.java");

  private Recorded() {}

  private static String text(String name) {
    try (InputStream in = Recorded.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
