/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * The second opinion: interleavings that end wrong, step by step, and where nothing was found.
 *
 * @param hint who gave it
 * @param open the interleavings that are shown at once
 * @param folded the others
 * @param rest the models without an interleaving
 * @param summary what they come to
 * @param troubled whether one of them is not as it must be
 */
public record ModelsView(
    String hint,
    List<Timeline> open,
    List<Timeline> folded,
    List<Row> rest,
    String summary,
    boolean troubled) {

  /**
   * One interleaving that ends wrong, beside what the stress tests saw of the same construct.
   *
   * @param id anchor
   * @param threads column headings
   * @param more how many steps stand only in the text, or an empty text
   * @param wrong what came out
   * @param href the checker's own rendering
   */
  public record Timeline(
      String id,
      String title,
      String checker,
      String scenario,
      String bug,
      Badge badge,
      List<String> threads,
      List<Step> steps,
      String more,
      String wrong,
      String href,
      List<Count> counts) {}

  /** One step; all cells but that of its thread are empty. */
  public record Step(String number, List<String> cells) {}

  /** What one stress test counted. */
  public record Count(String test, String href, Badge badge, String text) {}

  /** One model without an interleaving. */
  public record Row(
      String model,
      String id,
      String checker,
      String scenario,
      Badge badge,
      String interleavings,
      String exhausted) {}
}
