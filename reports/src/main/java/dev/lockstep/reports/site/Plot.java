/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;

/**
 * A drawing of lines, marks and words that needs no script. The figures stand in a table as well.
 *
 * @param title what it shows; also its name for a screen reader
 * @param legend what the marks mean
 */
public record Plot(
    String title,
    String hint,
    int width,
    int height,
    List<Key> legend,
    List<Line> lines,
    List<Mark> marks,
    List<Text> texts) {

  /** One entry of the legend; the style is that of its marks. */
  public record Key(String style, String text) {}

  /** A straight or broken line; points as in SVG. */
  public record Line(String style, String points) {}

  /**
   * One figure.
   *
   * @param shape path around the origin
   * @param title what is told on hover
   */
  public record Mark(String style, String x, String y, String shape, String title) {}

  /**
   * Words.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  public record Text(String style, String x, String y, String anchor, String text) {}
}
