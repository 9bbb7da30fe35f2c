/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

/**
 * {@code models/<id>.json}: the result of one check, as it arrives.
 *
 * @param interleavings how many were tried
 * @param exhausted whether there are no more; always false unless nothing was found
 * @param message why the checker failed, in one sentence, or null
 * @param wrong what was wrong, or null unless it broke
 * @param text the checker's own rendering of the interleaving, or null unless it broke
 * @param interleaving the interleaving if the checker gave it step by step, else null
 */
record ModelResult(
    int schema,
    String id,
    Outcome outcome,
    int interleavings,
    boolean exhausted,
    double seconds,
    String message,
    String wrong,
    String text,
    Interleaving interleaving) {

  static ModelResult nothingFound(String id, int interleavings, boolean exhausted, double seconds) {
    return new ModelResult(
        1, id, Outcome.NOTHING_FOUND, interleavings, exhausted, seconds, null, null, null, null);
  }

  /**
   * The result of a checker that tells the interleaving by steps, or leaves that to its text.
   *
   * @param interleaving null if it is to be read from the text
   */
  static ModelResult broken(
      String id,
      int interleavings,
      double seconds,
      String wrong,
      String text,
      Interleaving interleaving) {
    return new ModelResult(
        1, id, Outcome.BROKEN, interleavings, false, seconds, null, wrong, text, interleaving);
  }

  static ModelResult failed(String id, int interleavings, double seconds, String message) {
    return new ModelResult(
        1, id, Outcome.FAILED, interleavings, false, seconds, message, null, null, null);
  }

  /** Seconds since a value of {@link System#nanoTime()}, to the hundredth. */
  static double secondsSince(long start) {
    return Math.round((System.nanoTime() - start) / 1e7) / 100.0;
  }
}
