/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import java.util.List;

/**
 * The page of one difference, as the texts that it shows.
 *
 * @param file its name below the directory of all of them
 * @param shared what both sides have in common
 * @param event what was sampled
 * @param unit of all figures
 * @param sentence what was found
 * @param limits what the page cannot show
 * @param more how many frames the table leaves out
 */
public record DifferencePage(
    String file,
    String title,
    List<String> shared,
    String event,
    String unit,
    Facts a,
    Facts b,
    String sentence,
    List<Row> rows,
    int more,
    Drawing drawing,
    List<String> limits) {

  /**
   * One side.
   *
   * @param name what a person calls it
   * @param id of the trial or name of the file
   * @param trial its own id, by which its page is named; null for a file
   * @param score with its unit, or an empty text
   * @param interval with its confidence, or why there is none
   * @param samples how many, and what they stand for
   * @param graph its flame graph, or null
   */
  public record Facts(
      String name,
      String id,
      String trial,
      String score,
      String interval,
      String samples,
      String graph) {}

  /**
   * One frame.
   *
   * @param finding which side takes more of it, in words
   * @param style CSS class of the finding
   */
  public record Row(
      String frame,
      String brief,
      String a,
      String b,
      String difference,
      String samplesA,
      String samplesB,
      String finding,
      String style) {}
}
